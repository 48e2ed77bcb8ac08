import type { Standing } from "@/lib/domain/standing";
import type {
  BODY_SAYS,
  COMMUNITY_SAYS,
  CONSULTATION_KINDS,
  FOLLOW_UP_OWNERS,
  PARTICIPATION_LEVELS,
  PROMISE_BASES,
  ResponseKind,
  TOPICS,
  VOICES,
  WAITING_ON,
} from "@/lib/domain/taxonomy";
import type { HARBOUR, RIVERSIDE } from "./demo-workspaces";

/** Days from the day of seeding: negative before it. Moved to the nearest working day when written. */
export type Day = number;

export type BodyName = keyof typeof RIVERSIDE.bodies | keyof typeof HARBOUR.bodies;

type OneOf<List extends readonly unknown[]> = List[number];

/** What a body said afterwards. `on` is null when only the fact is known. */
export interface ScenarioResponse {
  kind: ResponseKind;
  on: Day | null;
  summary: string;
  sourceUrl?: string;
}

export interface ScenarioFollowUp {
  owner: OneOf<typeof FOLLOW_UP_OWNERS>;
  waitingOn?: OneOf<typeof WAITING_ON>;
  title: string;
  /** The body's own words. */
  words?: string;
  basis?: OneOf<typeof PROMISE_BASES>;
  /** A role, never a name. */
  by?: string;
  made: Day;
  due?: Day;
  bodySays?: OneOf<typeof BODY_SAYS>;
  done?: Day;
  communitySays?: OneOf<typeof COMMUNITY_SAYS>;
  evidenceUrl?: string;
  /** Earlier dates, oldest first; the last one moves to `due`. */
  moves?: { from: Day; on: Day; reason: string }[];
}

/** One consultation and everything that followed. */
export interface Scenario {
  title: string;
  /** Where it stands on the day of seeding, whichever day that is. */
  stands: Standing;
  body: BodyName;
  otherBodies?: BodyName[];
  kind: OneOf<typeof CONSULTATION_KINDS>;
  level: OneOf<typeof PARTICIPATION_LEVELS>;
  voice: OneOf<typeof VOICES>;
  topics: OneOf<typeof TOPICS>[];
  purpose: string;
  asked: Day;
  starts: Day;
  /** Left out while nobody knows when it ends. */
  ends?: Day;
  answerPromised?: Day;
  cancelled?: Day;
  /** Left out when nobody counted. */
  participants?: number;
  sessions?: number;
  minutesEach?: number;
  staffHours?: number;
  /** In the workspace's currency. */
  paid?: number;
  sourceUrl?: string;
  notes?: string;
  accepted?: { on: Day; by: string; membersTookPart: boolean };
  extensions?: { newDue: Day; agreed: Day; reason: string; by: string }[];
  responses?: ScenarioResponse[];
  followUps?: ScenarioFollowUp[];
}
