import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "@/lib/db/doors";
import { RECOVERY_CODES, recoveryCodeFrom } from "@/lib/domain/second-factor";
import { hashRecoveryCode } from "./secret-box";

/** Takes a person's recovery codes out of use and makes new ones. Only their hashes are kept: this is the one time they are told. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(randomBytes(12)));
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code.replaceAll("-", ""), userId) })),
  });
  return codes;
}
