import "server-only";
import { z } from "zod";
import { defineAdminUseCase, isFresh } from "@/lib/access/admin";
import { done } from "@/lib/domain/result";
import { settings } from "@/lib/env";
import { secretAddress } from "./app-codes";
import { unseal } from "./secret-box";

/**
 * How an admin stands with their second factor, and while an app is being set up its secret: as an address for a QR
 * code, and as text to type. Two statements.
 */
export const openSecondFactor = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({}), confirm: "none", beforeSecondFactor: true },
  async ({ tx, admin, now }) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId: admin.userId } });
    const secret = factor?.pending ? unseal(factor.pending, admin.userId) : null;
    return done({
      /** Nobody is asked for a second factor here. */
      demo: settings().demo,
      enrolledAt: factor?.confirmedAt ?? null,
      shown: admin.secondFactorAt !== null,
      fresh: isFresh(admin, now),
      codesLeft: await tx.recoveryCode.count({ where: { userId: admin.userId, usedAt: null } }),
      pending: secret ? { secret, address: secretAddress(secret, admin.email) } : null,
    });
  },
);
