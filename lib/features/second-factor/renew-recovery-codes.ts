import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { done, failed } from "@/lib/domain/result";
import { replaceRecoveryCodes } from "./recovery-codes";

/** New recovery codes in place of the old ones, answered this once. */
export const renewRecoveryCodes = defineAdminUseCase(
  { audit: ["second_factor.codes_renewed"], schema: z.strictObject({}), confirm: "fresh" },
  async ({ tx, admin, record }) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId: admin.userId } });
    if (!factor?.confirmedAt) return failed("not_found");
    const codes = await replaceRecoveryCodes(tx, admin.userId);
    await record({ kind: "second_factor.codes_renewed", workspaceId: null, detail: {} });
    return done({ codes });
  },
);
