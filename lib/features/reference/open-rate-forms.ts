import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { fromDb } from "@/lib/db/dates";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { referenceForms, referenceView } from "./form";

/** The form of a new hourly rate. */
export const openNewRateForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({}), confirm: "none" },
  async ({ tx, admin }) => {
    const fresh = { id: [randomUUID()], country: ["GB"], currency: ["GBP"] };
    return done({ view: await referenceView(tx, admin, referenceForms.newRate, fresh) });
  },
);

/** The form of an hourly rate. */
export const openRateForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({ id: recordId }), confirm: "none" },
  async ({ tx, admin }, { id }) => {
    const rate = await tx.hourlyRate.findUnique({ where: { id } });
    if (!rate) return failed("not_found");
    const fresh = {
      id: [id],
      country: [rate.country],
      currency: [rate.currency],
      validFromOn: [fromDb(rate.validFrom)],
      amount: [rate.amount.toString()],
      source: [rate.source],
      sourceUrl: rate.sourceUrl ? [rate.sourceUrl] : [],
    };
    const { country, currency } = rate;
    return done({
      rate: { id, country, currency, validFrom: fromDb(rate.validFrom) },
      view: await referenceView(tx, admin, referenceForms.rate(id), fresh, rate),
    });
  },
);
