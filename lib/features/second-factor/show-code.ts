import "server-only";
import { z } from "zod";
import { type Admin, defineAdminUseCase } from "@/lib/access/admin";
import { countUse } from "@/lib/access/rate-limit";
import type { Tx } from "@/lib/db/doors";
import { done, failed, refused } from "@/lib/domain/result";
import { readCode } from "@/lib/domain/second-factor";
import { stepOf } from "./app-codes";
import { hashRecoveryCode, unseal } from "./secret-box";

/** Takes a code of the app once: neither it nor an earlier one is taken again. Answers whether it was taken. */
async function takeAppCode(
  tx: Tx,
  { userId }: Admin,
  sealed: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const secret = unseal(sealed, userId);
  const step = secret === null ? null : stepOf(secret, code, now);
  if (step === null) return false;
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, secret: sealed, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function takeRecoveryCode(tx: Tx, { userId }: Admin, code: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: hashRecoveryCode(code, userId), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Shows the second factor in this session, with a code of the app or a recovery code: each is good once. */
export const showCode = defineAdminUseCase(
  {
    audit: ["second_factor.shown"],
    schema: z.strictObject({ code: z.string("required").max(200, "wrong_code") }),
    confirm: "none",
    beforeSecondFactor: true,
  },
  async ({ tx, admin, now, record }, { code }) => {
    if ((await countUse("secondFactorByPerson", admin.userId)) !== null)
      return refused("code", "too_many_requests");
    const factor = await tx.secondFactor.findUnique({ where: { userId: admin.userId } });
    if (!factor?.secret) return failed("not_found");
    const typed = readCode(code);
    if (!typed) return refused("code", "wrong_code");
    const taken =
      typed.kind === "app"
        ? await takeAppCode(tx, admin, factor.secret, typed.code, now)
        : await takeRecoveryCode(tx, admin, typed.code, now);
    if (!taken) return refused("code", "wrong_code");
    await tx.session.update({ where: { id: admin.sessionId }, data: { secondFactorAt: now } });
    await record({ kind: "second_factor.shown", workspaceId: null, detail: { with: typed.kind } });
    return done({ with: typed.kind });
  },
);
