import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { STANDINGS } from "@/lib/domain/standing";
import { getSummary, summaryOf } from "@/lib/features/measures/get-summary";
import { overviewFound, overviewJson } from "@/lib/features/measures/overview";
import { stoodOn } from "@/lib/features/measures/took-part";
import { date } from "./dates";

const answer = z.tuple([
  z.object({
    overview: overviewFound,
    followUps: z.object({ open: z.number(), late: z.number(), done: z.number() }),
  }),
]);

const byStanding = z.record(z.enum(STANDINGS), z.number().int());

export const summaryResource = z.strictObject({
  asOf: date,
  consultations: z.strictObject({ total: z.number().int(), flagged: z.number().int(), byStanding }),
  hours: z.strictObject({
    given: z.number(),
    ledToAction: z.number(),
    noAction: z.number(),
    unknown: z.number().int().describe("Consultations that took place whose hours are not known."),
  }),
  ledToAction: z.number().nullable(),
  finished: z.number().int(),
  followUps: z.strictObject({
    open: z.number().int().describe("Neither done nor late."),
    late: z.number().int().describe("Past their date, or said to be done and denied."),
    done: z.number().int(),
  }),
});

/** The whole record added up for a program, on `asOf`, which moves only the clock. One statement. */
export const getSummaryForApi = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: getSummary.schema },
  async ({ tx, today }, { asOf = today }) => {
    const [{ overview, followUps }] = answer.parse(
      await tx.$queryRaw`
        WITH ${stoodOn(asOf, null)}
        SELECT ${overviewJson()} AS overview, (
          SELECT jsonb_build_object(
            'open', count(*) FILTER (WHERE state = 'open'), 'late', count(*) FILTER (WHERE state IN ('late', 'disputed')),
            'done', count(*) FILTER (WHERE state = 'done'))
          FROM (
            SELECT follow_up_state(f.owner, f.waiting_on, f.body_says, f.community_says, coalesce(f.due_on, f.made_on + w.action_days), ${asOf}::date) AS state
            FROM follow_ups f JOIN workspaces w ON w.id = f.workspace_id
            LEFT JOIN consultations c ON c.workspace_id = f.workspace_id AND c.id = f.consultation_id
            WHERE c.cancelled_on IS NULL) states) AS "followUps"`,
    );
    const { hours, ...summary } = summaryOf(asOf, overview);
    const { given, ledToAction, noAction, unknown } = hours;
    return done({ ...summary, hours: { given, ledToAction, noAction, unknown }, followUps });
  },
);
