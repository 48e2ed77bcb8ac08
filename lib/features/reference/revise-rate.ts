import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { fromDb, toDb } from "@/lib/db/dates";
import { recordId } from "@/lib/domain/fields";
import { revisedRate } from "@/lib/domain/reference";
import { done, failed, refused } from "@/lib/domain/result";

/** Revises an hourly rate: what it values is worked out with it from then on. Errors: `already_used`, `conflict`. */
export const reviseRate = defineAdminUseCase(
  { audit: ["rate.revised"], schema: revisedRate, confirm: "none" },
  async ({ tx, admin, now, record, nothingChanged }, { id, version, validFromOn, ...after }) => {
    const before = await tx.hourlyRate.findUnique({ where: { id } });
    if (!before) return failed("not_found");
    const keys = ["country", "currency", "source", "sourceUrl"] as const;
    const fields = [
      ...keys.filter((key) => before[key] !== after[key]),
      ...(before.amount.toNumber() === after.amount ? [] : ["amount"]),
      ...(fromDb(before.validFrom) === validFromOn ? [] : ["validFromOn"]),
    ];
    if (fields.length === 0) {
      nothingChanged();
      return done({ id });
    }
    if (before.version !== version) return failed("conflict");
    const { country, currency } = after;
    const validFrom = toDb(validFromOn);
    const taken = await tx.hourlyRate.findUnique({
      where: { country_currency_validFrom: { country, currency, validFrom } },
    });
    if (taken && taken.id !== id) return refused("validFromOn", "already_used");
    const { count } = await tx.hourlyRate.updateMany({
      where: { id, version },
      data: { ...after, validFrom, version: { increment: 1 }, updatedAt: now, updatedBy: admin.userId },
    });
    if (count === 0) return failed("conflict");
    await record({ kind: "rate.revised", workspaceId: null, detail: { rateId: id, fields } });
    return done({ id });
  },
);

/** Takes an hourly rate away: days it was for take the one before it. */
export const removeRate = defineAdminUseCase(
  { audit: ["rate.removed"], schema: z.strictObject({ id: recordId }), confirm: "fresh" },
  async ({ tx, record, nothingChanged }, { id }) => {
    const { count } = await tx.hourlyRate.deleteMany({ where: { id } });
    if (count === 0) nothingChanged();
    else await record({ kind: "rate.removed", workspaceId: null, detail: { rateId: id } });
    return done({ id });
  },
);
