import type {
  ACTIVITY_KINDS,
  CONTRIBUTIONS,
  EVENT_OWNERS,
  OUTCOMES,
  ParticipantGroup,
  TOPICS,
} from "@/lib/domain/taxonomy";
import type { BodyName, Day, ScenarioFollowUp } from "./scenario";

type OneOf<List extends readonly unknown[]> = List[number];

/** One activity of the demo. Days are counted from the day of seeding. */
export interface DemoActivity {
  title: string;
  kind: OneOf<typeof ACTIVITY_KINDS>;
  ownKind?: string;
  on: Day;
  until?: Day;
  place?: string;
  whose: OneOf<typeof EVENT_OWNERS>;
  body?: BodyName;
  hours?: number;
  /** How many came of each group, and what the group brought. */
  groups: Partial<Record<ParticipantGroup, [people: number, ...brought: OneOf<typeof CONTRIBUTIONS>[]]>>;
  /** Roles, never names. */
  officials?: { role: string; office: string }[];
  outcomes?: OneOf<typeof OUTCOMES>[];
  source?: string;
  topics: OneOf<typeof TOPICS>[];
  promises?: ScenarioFollowUp[];
}
