import "server-only";
import { defineAdminUseCase } from "@/lib/access/admin";
import { toDb } from "@/lib/db/dates";
import { newRate } from "@/lib/domain/reference";
import { done, refused } from "@/lib/domain/result";

/** Adds an hourly rate. Errors: `already_used` where the country has one in that currency from that day. */
export const addRate = defineAdminUseCase(
  { audit: ["rate.added"], schema: newRate, confirm: "none" },
  async ({ tx, admin, now, record, nothingChanged }, { id, validFromOn, ...fields }) => {
    if (await tx.hourlyRate.findUnique({ where: { id }, select: { id: true } })) {
      nothingChanged();
      return done({ id });
    }
    const validFrom = toDb(validFromOn);
    const { country, currency } = fields;
    const key = { country, currency, validFrom };
    if (await tx.hourlyRate.findUnique({ where: { country_currency_validFrom: key } }))
      return refused("validFromOn", "already_used");
    await tx.hourlyRate.create({
      data: { id, ...fields, validFrom, updatedAt: now, updatedBy: admin.userId },
    });
    await record({ kind: "rate.added", workspaceId: null, detail: { rateId: id } });
    return done({ id });
  },
);
