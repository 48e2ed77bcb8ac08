import { DEMO_PEOPLE, type DemoPerson } from "@/lib/domain/demo-people";
import { addDays, type PlainDate } from "@/lib/domain/plain-date";
import { addConsultation } from "./demo-consultation";
import { datesAround } from "./demo-days";
import { demoId, personId } from "./demo-ids";
import { DEMO_RECORDS } from "./demo-records";
import type { Scenario } from "./scenario";

export type Row = Record<string, string | number | boolean | null | object>;
/** A topic of a consultation, by its key: topics get their ids when the workspace is made. */
export interface TopicOf {
  workspace_id: string;
  consultation_id: string;
  key: string;
}

/** In an order that satisfies the foreign keys. */
const TABLES = [
  "users",
  "workspaces",
  "memberships",
  "public_bodies",
  "consultations",
  "consultation_other_bodies",
  "extensions",
  "body_responses",
  "follow_ups",
  "date_moves",
  "audit_events",
] as const;
export type Table = (typeof TABLES)[number];

/** The day the organisations began to use the product. */
const FIRST_DAY = -790;

/** Everything the demo writes when it is seeded on `today`: rows by table, and the topics. Pure. */
export function demoRows(today: PlainDate): { rows: Map<Table, Row[]>; topics: TopicOf[] } {
  const rows = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));
  const topics: TopicOf[] = [];
  const add = (table: Table, row: Row) => void rows.get(table)?.push(row);
  const dateOf = datesAround(today);
  const began = `${addDays(today, FIRST_DAY)}T09:00:00Z`;

  for (const [key, person] of Object.entries<DemoPerson>(DEMO_PEOPLE)) {
    add("users", {
      id: personId(key),
      email: person.email,
      name: person.name,
      email_verified: began,
      is_platform_admin: person.isPlatformAdmin ?? false,
      created_at: began,
    });
  }
  for (const { workspace, scenarios } of DEMO_RECORDS) {
    const workspaceId = demoId(workspace.slug);
    add("workspaces", {
      id: workspaceId,
      slug: workspace.slug,
      name: workspace.name,
      capacity_hours: workspace.capacityHours,
      created_at: began,
    });
    for (const { person, role } of workspace.members) {
      add("memberships", { workspace_id: workspaceId, user_id: personId(person), role, created_at: began });
    }
    const bodyId = (name: string) => demoId(workspace.slug, "body", name);
    for (const [name, kind] of Object.entries(workspace.bodies)) {
      add("public_bodies", { workspace_id: workspaceId, id: bodyId(name), name, kind, created_at: began });
    }
    const inOrder: Scenario[] = [...scenarios].sort((a, b) => a.asked - b.asked);
    for (const [nth, scenario] of inOrder.entries()) {
      addConsultation(scenario, {
        today,
        dateOf,
        add,
        addTopic: (topic) => void topics.push(topic),
        workspaceId,
        consultationId: demoId(workspace.slug, scenario.title),
        bodyId,
        nth,
        reference:
          workspace.referencePrefix && `${workspace.referencePrefix}-${String(nth + 1).padStart(2, "0")}`,
        by: personId(workspace.logs[nth % 4 === 3 ? 1 : 0]),
      });
    }
  }
  return { rows, topics };
}
