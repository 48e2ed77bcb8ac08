import { z } from "zod";
import type { PlainDate } from "./plain-date";
import { STANDINGS } from "./standing";
import type { ThreadFacts } from "./thread";

const date = z.string();
const maybeDate = date.nullable();

/** What a list shows of one consultation, as the database answers it. Hours are in minutes there. */
export const consultationRow = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  standing: z.enum(STANDINGS),
  flagged: z.boolean(),
  disputed: z.boolean(),
  /** The day after which it has been flagged; null when it is not. */
  overdueSince: maybeDate,
  /** Promised actions that count, how many of them are done, and how many late. */
  counting: z.number(),
  doneCount: z.number(),
  lateCount: z.number(),
  /** Acknowledgements and updates: counted beside the clock, which they never stop. */
  updates: z.number(),
  substantive: z.boolean(),
  /** The first answer whose day is known. */
  firstAnswerOn: maybeDate,
  minutesAsked: z.number(),
  /** How many people came, or for how long, is not recorded: the hours are at least `minutesAsked`. */
  hoursUnknown: z.boolean(),
  thread: z.object({
    askedOn: maybeDate,
    startsOn: date,
    endsOn: maybeDate,
    answerDueOn: maybeDate,
    firstAnswerDueOn: maybeDate,
    cancelledOn: maybeDate,
    explainedOn: maybeDate,
    noActionSince: maybeDate,
    answers: z.array(z.object({ on: maybeDate, kind: z.enum(["substantive", "update"]) })),
    promises: z.array(
      z.object({
        madeOn: maybeDate,
        dueOn: date,
        firstDueOn: maybeDate,
        doneOn: maybeDate,
        state: z.enum(["open", "late", "done", "disputed", "dropped"]),
      }),
    ),
  }),
});
export type ConsultationRow = z.output<typeof consultationRow>;

/** The thread of a row, seen on a day. */
export function threadOf(row: ConsultationRow, today: PlainDate): ThreadFacts {
  return { ...row.thread, today };
}
