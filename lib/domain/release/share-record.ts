import { z } from "zod";
import { STANDINGS } from "@/lib/domain/standing";

// What a view is made from: whole rows as the database has them, tied together, and what the standing rule says of
// them on the day of the release. Only release-row.ts looks into a row.

const row = z.record(z.string(), z.unknown());
const maybeDate = z.string().nullable();
const dueSource = z.enum(["agreed", "given", "benchmark"]);

const followUp = z.object({
  row,
  due: z.string(),
  state: z.enum(["open", "late", "done", "disputed", "dropped"]),
  /** In the order they were recorded. */
  moves: z.array(row),
});
export type StoredFollowUp = z.output<typeof followUp>;

const consultation = z.object({
  row,
  standing: z.object({
    standing: z.enum(STANDINGS),
    flagged: z.boolean(),
    disputed: z.boolean(),
    overdueSince: maybeDate,
    counting: z.number(),
    doneCount: z.number(),
    lateCount: z.number(),
    updates: z.number(),
    substantive: z.boolean(),
    firstAnswerOn: maybeDate,
  }),
  firstDue: z.object({ on: maybeDate, source: dueSource.nullable() }),
  otherBodies: z.array(z.string()),
  topics: z.array(z.string()),
  /** In the order they count. */
  extensions: z.array(row),
  responses: z.array(row),
  followUps: z.array(followUp),
});
export type StoredConsultation = z.output<typeof consultation>;

const activity = z.object({
  row,
  topics: z.array(z.string()),
  groups: z.array(row),
  officials: z.array(row),
  outcomes: z.array(row),
  followUps: z.array(followUp),
});
export type StoredActivity = z.output<typeof activity>;

export const shareRecord = z.object({
  workspace: row,
  bodies: z.array(row),
  topics: z.array(row),
  consultations: z.array(consultation),
  activities: z.array(activity),
  /** The numbers that were behind earlier releases. */
  counts: z.array(z.object({ subjectId: z.string(), part: z.string(), people: z.number() })),
});
export type ShareRecord = z.output<typeof shareRecord>;
export type PinnedCount = ShareRecord["counts"][number];
