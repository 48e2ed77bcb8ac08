import { z } from "zod";
import {
  ACTIVITY_KINDS,
  BODY_SAYS,
  COMMUNITY_SAYS,
  CONTRIBUTIONS,
  EVENT_OWNERS,
  FOLLOW_UP_OWNERS,
  OUTCOMES,
  PARTICIPANT_GROUPS,
  PROMISE_BASES,
  WAITING_ON,
} from "./taxonomy";

/** What a list shows of one activity, as the database answers it. */
export const activityRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  ownKind: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  whose: z.enum(EVENT_OWNERS),
  body: z.string().nullable(),
  /** People counted; null when nobody counted. */
  people: z.number().nullable(),
  officials: z.number(),
  promises: z.number(),
});
export type ActivityRow = z.output<typeof activityRow>;

/** A promise made at an activity, with where it stands. */
const activityPromise = z.object({
  id: z.string(),
  owner: z.enum(FOLLOW_UP_OWNERS),
  waitingOn: z.enum(WAITING_ON),
  title: z.string(),
  promisedWords: z.string().nullable(),
  basis: z.enum(PROMISE_BASES).nullable(),
  madeByRole: z.string().nullable(),
  body: z.string().nullable(),
  dueOn: z.string(),
  /** The date was given; else it is our own benchmark. */
  dueGiven: z.boolean(),
  bodySays: z.enum(BODY_SAYS),
  communitySays: z.enum(COMMUNITY_SAYS),
  state: z.enum(["open", "late", "done", "disputed", "dropped"]),
});
export type ActivityPromise = z.output<typeof activityPromise>;

/** Everything recorded of one activity. */
export const activityRecord = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  ownKind: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  place: z.string().nullable(),
  whose: z.enum(EVENT_OWNERS),
  body: z.string().nullable(),
  hours: z.number().nullable(),
  outcomesSource: z.string().nullable(),
  notes: z.string().nullable(),
  groups: z.array(
    z.object({
      group: z.enum(PARTICIPANT_GROUPS),
      people: z.number().nullable(),
      brought: z.array(z.enum(CONTRIBUTIONS)),
    }),
  ),
  officials: z.array(
    z.object({ role: z.string(), office: z.string().nullable(), body: z.string().nullable() }),
  ),
  outcomes: z.array(z.enum(OUTCOMES)),
  topics: z.array(z.object({ key: z.string().nullable(), name: z.string() })),
  promises: z.array(activityPromise),
  changed: z.object({ at: z.string(), by: z.string().nullable() }),
});
export type ActivityRecord = z.output<typeof activityRecord>;
