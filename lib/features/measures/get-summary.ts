import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { hoursThatLedToAction } from "@/lib/domain/fatigue";
import { plainDate } from "@/lib/domain/fields";
import { done } from "@/lib/domain/result";
import { findOverview } from "./overview";

/** The whole record added up, by where everything stands on `asOf` (today). `asOf` moves only the clock. */
export const getSummary = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ asOf: plainDate.optional() }) },
  async ({ tx, today }, { asOf = today }) => {
    const { tally } = await findOverview(tx, asOf, null, 0);
    const ratio = hoursThatLedToAction(tally);
    return done({
      asOf,
      consultations: { total: tally.total, flagged: tally.flagged, byStanding: tally.byStanding },
      hours: tally.hours,
      ledToAction: ratio.kind === "ratio" ? ratio.value : null,
      finished: tally.finished,
    });
  },
);
