import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { countUse } from "@/lib/access/rate-limit";
import { done, failed, refused } from "@/lib/domain/result";
import { readCode } from "@/lib/domain/second-factor";
import { stepOf } from "./app-codes";
import { replaceRecoveryCodes } from "./recovery-codes";
import { unseal } from "./secret-box";

/**
 * Takes the first code of the app that is being set up: from then on it is the admin's second factor, and this
 * session has shown it. Answers the recovery codes, this once.
 */
export const confirmSetUp = defineAdminUseCase(
  {
    audit: ["second_factor.set_up"],
    schema: z.strictObject({ code: z.string("required").max(200, "wrong_code") }),
    confirm: "none",
    beforeSecondFactor: true,
  },
  async ({ tx, admin, now, record }, { code }) => {
    const { userId } = admin;
    if ((await countUse("secondFactorByPerson", userId)) !== null)
      return refused("code", "too_many_requests");
    const factor = await tx.secondFactor.findUnique({ where: { userId } });
    const secret = factor?.pending ? unseal(factor.pending, userId) : null;
    if (!factor?.pending || !secret) return failed("not_found");
    const typed = readCode(code);
    const step = typed?.kind === "app" ? stepOf(secret, typed.code, now) : null;
    if (step === null) return refused("code", "wrong_code");
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, pending: factor.pending },
      data: { secret: factor.pending, pending: null, lastStep: step, confirmedAt: now },
    });
    if (count === 0) return failed("not_found");
    await tx.session.update({ where: { id: admin.sessionId }, data: { secondFactorAt: now } });
    const codes = await replaceRecoveryCodes(tx, userId);
    await record({ kind: "second_factor.set_up", workspaceId: null, detail: {} });
    return done({ codes });
  },
);
