import type { AuditEvent } from "@/lib/domain/audit";
import { addDays, type PlainDate } from "@/lib/domain/plain-date";
import { harbourActivities } from "./activities-harbour";
import { riversideActivities } from "./activities-riverside";
import type { DemoActivity } from "./activities-shape";
import { datesAround } from "./demo-days";
import { demoId, personId } from "./demo-ids";
import type { Row } from "./demo-rows";
import { type DemoWorkspace, HARBOUR, RIVERSIDE } from "./demo-workspaces";
import type { Day, ScenarioFollowUp } from "./scenario";

/** In an order that satisfies the foreign keys. */
const TABLES = [
  "activities",
  "activity_groups",
  "activity_officials",
  "activity_outcomes",
  "follow_ups",
  "audit_events",
] as const;
type Table = (typeof TABLES)[number];
/** A topic of an activity, by its key. */
export type ActivityTopicOf = { workspace_id: string; activity_id: string; key: string };

export const DEMO_ACTIVITIES: { workspace: DemoWorkspace; activities: DemoActivity[] }[] = [
  { workspace: RIVERSIDE, activities: riversideActivities },
  { workspace: HARBOUR, activities: harbourActivities },
];

/** The demo's activities when it is seeded on `today`: rows by table, and their topics. Pure. */
export function activityRows(today: PlainDate): { rows: Map<Table, Row[]>; topics: ActivityTopicOf[] } {
  const rows = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));
  const topics: ActivityTopicOf[] = [];
  const add = (table: Table, row: Row) => void rows.get(table)?.push(row);
  const dateOf = datesAround(today);
  const date = (day: Day | undefined) => (day === undefined ? null : dateOf(day));
  for (const { workspace, activities } of DEMO_ACTIVITIES) {
    const workspaceId = demoId(workspace.slug);
    const bodyId = (name: string | undefined) => (name ? demoId(workspace.slug, "body", name) : null);
    for (const [nth, activity] of activities.entries()) {
      const id = demoId(workspace.slug, "activity", activity.title);
      const by = personId(workspace.logs[nth % 3 === 2 ? 1 : 0]);
      const own = { workspace_id: workspaceId, activity_id: id };
      const writtenDown = (day: Day, minute: number) => {
        const [known] = [addDays(dateOf(day), 1), addDays(today, -1)].sort();
        return `${known}T1${nth % 7}:${String(10 + minute).padStart(2, "0")}:00Z`;
      };
      const at = writtenDown(activity.on, 0);
      const signed = { created_at: at, created_by: by, updated_at: at, updated_by: by };
      const tell = (when: string, event: AuditEvent) =>
        add("audit_events", {
          workspace_id: workspaceId,
          id: demoId(workspaceId, event.kind, event.subjectId, when),
          at: when,
          actor_id: by,
          kind: event.kind,
          subject_id: event.subjectId,
          detail: event.detail,
        });
      add("activities", {
        workspace_id: workspaceId,
        id,
        title: activity.title,
        kind: activity.kind,
        own_kind: activity.ownKind ?? null,
        starts_on: dateOf(activity.on),
        ends_on: date(activity.until),
        place: activity.place ?? null,
        whose: activity.whose,
        public_body_id: bodyId(activity.body),
        hours: activity.hours ?? null,
        outcomes_source: activity.source ?? null,
        version: 1,
        ...signed,
      });
      tell(at, { kind: "activity.logged", subjectId: id, detail: {} });
      for (const [group, [people, ...brought]] of Object.entries(activity.groups))
        add("activity_groups", { ...own, group, people, brought });
      for (const [position, official] of (activity.officials ?? []).entries())
        add("activity_officials", { ...own, position, ...official, public_body_id: bodyId(activity.body) });
      for (const outcome of activity.outcomes ?? []) add("activity_outcomes", { ...own, outcome });
      for (const key of activity.topics) topics.push({ ...own, key });
      for (const [order, promise] of (activity.promises ?? []).entries()) {
        const promiseId = demoId(id, "promise", String(order));
        const when = writtenDown(promise.made, 5 + order);
        add("follow_ups", {
          ...own,
          id: promiseId,
          ...promiseColumns(promise, date),
          ...signed,
          created_at: when,
          updated_at: when,
        });
        const detail = { activityId: id, owner: promise.owner };
        tell(when, { kind: "activity_promise.recorded", subjectId: promiseId, detail });
      }
    }
  }
  return { rows, topics };
}

function promiseColumns(promise: ScenarioFollowUp, date: (day: Day | undefined) => PlainDate | null): Row {
  return {
    owner: promise.owner,
    waiting_on: promise.waitingOn ?? "body",
    title: promise.title,
    promised_words: promise.words ?? null,
    basis: promise.basis ?? null,
    made_by_role: promise.by ?? null,
    made_on: date(promise.made),
    due_on: date(promise.due),
    body_says: promise.bodySays ?? "not_started",
    done_on: date(promise.done),
    community_says: promise.communitySays ?? "not_asked",
    version: 1,
  };
}
