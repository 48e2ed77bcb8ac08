import { z } from "zod";
import {
  BODY_SAYS,
  COMMUNITY_SAYS,
  FOLLOW_UP_OWNERS,
  PROMISE_BASES,
  WAITING_ON,
} from "@/lib/domain/taxonomy";
import { date, maybeDate } from "./dates";

/** A follow-up as programs read it. */
export const followUpResource = z.strictObject({
  id: z.uuid(),
  owner: z.enum(FOLLOW_UP_OWNERS),
  waitingOn: z.enum(WAITING_ON),
  publicBody: z.string().nullable(),
  title: z.string(),
  promisedWords: z.string().nullable(),
  basis: z.enum(PROMISE_BASES).nullable(),
  madeByRole: z.string().nullable(),
  madeOn: date,
  dueOn: maybeDate,
  bodySays: z.enum(BODY_SAYS),
  doneOn: maybeDate,
  communitySays: z.enum(COMMUNITY_SAYS),
  evidenceUrl: z.string().nullable(),
});
