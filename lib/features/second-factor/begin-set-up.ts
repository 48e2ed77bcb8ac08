import "server-only";
import { z } from "zod";
import { defineAdminUseCase, isFresh } from "@/lib/access/admin";
import { done, failed } from "@/lib/domain/result";
import { newSecret } from "./app-codes";
import { seal } from "./secret-box";

/** Makes a secret for an app. It counts once it has shown a code; until then an earlier app goes on. */
export const beginSetUp = defineAdminUseCase(
  { audit: ["second_factor.begun"], schema: z.strictObject({}), confirm: "none", beforeSecondFactor: true },
  async ({ tx, admin, now, record }) => {
    const { userId } = admin;
    const known = await tx.secondFactor.findUnique({ where: { userId } });
    // Whoever has an app shows its code before another takes its place.
    if (known?.confirmedAt && !(admin.secondFactorAt && isFresh(admin, now))) return failed("second_factor");
    const pending = seal(newSecret(), userId);
    await tx.secondFactor.upsert({ where: { userId }, create: { userId, pending }, update: { pending } });
    await record({ kind: "second_factor.begun", workspaceId: null, detail: {} });
    return done(null);
  },
);
