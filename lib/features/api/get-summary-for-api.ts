import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { STANDINGS } from "@/lib/domain/standing";
import { getSummary } from "@/lib/features/measures/get-summary";
import { date } from "./dates";

const counts = z.tuple([z.object({ open: z.number(), late: z.number(), done: z.number() })]);

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

/** The whole record added up for a program, on `asOf`, which moves only the clock. Two statements. */
export const getSummaryForApi = defineUseCase(
  { permission: "record:read", audit: "none", schema: getSummary.schema },
  async (world, input) => {
    const summary = await getSummary.within(world, input);
    if (!summary.ok) return summary;
    const { asOf, consultations, hours, ledToAction, finished } = summary.value;
    const { given, ledToAction: acted, noAction, unknown } = hours;
    const [followUps] = counts.parse(
      await world.tx.$queryRaw`
        SELECT (count(*) FILTER (WHERE state = 'open'))::int AS open, (count(*) FILTER (WHERE state IN ('late', 'disputed')))::int AS late,
          (count(*) FILTER (WHERE state = 'done'))::int AS done
        FROM (
          SELECT follow_up_state(f.owner, f.waiting_on, f.body_says, f.community_says, coalesce(f.due_on, f.made_on + w.action_days), ${asOf}::date) AS state
          FROM follow_ups f JOIN workspaces w ON w.id = f.workspace_id
          LEFT JOIN consultations c ON c.workspace_id = f.workspace_id AND c.id = f.consultation_id
          WHERE c.cancelled_on IS NULL) states`,
    );
    return done({
      asOf,
      consultations,
      hours: { given, ledToAction: acted, noAction, unknown },
      ledToAction,
      finished,
      followUps,
    });
  },
);
