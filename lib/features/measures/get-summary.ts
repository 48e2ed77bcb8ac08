import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { hoursThatLedToAction } from "@/lib/domain/fatigue";
import { plainDate } from "@/lib/domain/fields";
import type { PlainDate } from "@/lib/domain/plain-date";
import { done } from "@/lib/domain/result";
import { overviewFound, overviewJson, readOverview } from "./overview";
import { stoodOn } from "./took-part";

const answer = z.tuple([z.object({ overview: overviewFound })]);

/** The summary of an overview over all of `stoodOn(asOf, null)`. */
export function summaryOf(asOf: PlainDate, overview: z.output<typeof overviewFound>) {
  const { tally } = readOverview(overview);
  const ratio = hoursThatLedToAction(tally);
  return {
    asOf,
    consultations: { total: tally.total, flagged: tally.flagged, byStanding: tally.byStanding },
    hours: tally.hours,
    ledToAction: ratio.kind === "ratio" ? ratio.value : null,
    finished: tally.finished,
  };
}

/**
 * The whole record added up, by where everything stands on `asOf` (today). `asOf` moves only the clock. One statement.
 */
export const getSummary = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ asOf: plainDate.optional() }) },
  async ({ tx, today }, { asOf = today }) => {
    const found = await tx.$queryRaw`WITH ${stoodOn(asOf, null)} SELECT ${overviewJson()} AS overview`;
    const [{ overview }] = answer.parse(found);
    return done(summaryOf(asOf, overview));
  },
);
