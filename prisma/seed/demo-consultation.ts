import type { AuditEvent } from "@/lib/domain/audit";
import { addDays, type PlainDate } from "@/lib/domain/plain-date";
import { demoId } from "./demo-ids";
import type { Row, Table, TopicOf } from "./demo-rows";
import type { Day, Scenario, ScenarioFollowUp } from "./scenario";

/** Where the rows of one consultation go, and who wrote them down. */
export interface Desk {
  today: PlainDate;
  dateOf(day: Day): PlainDate;
  add(table: Table, row: Row): void;
  addTopic(topic: TopicOf): void;
  workspaceId: string;
  consultationId: string;
  bodyId(name: string): string;
  nth: number;
  reference: string | undefined;
  by: string;
}

/** Adds a scenario's consultation with all that followed, and the events of the audit trail that tell of it. */
export function addConsultation(scenario: Scenario, desk: Desk): void {
  const { workspaceId, consultationId, by } = desk;
  const date = (day: Day | undefined) => (day === undefined ? null : desk.dateOf(day));
  const logged = writtenDown(desk, desk.dateOf(scenario.asked), 0);
  const lastDay = scenario.accepted?.on ?? scenario.cancelled;
  const revised = lastDay === undefined ? logged : writtenDown(desk, desk.dateOf(lastDay), 5);
  desk.add("consultations", {
    workspace_id: workspaceId,
    id: consultationId,
    reference: desk.reference ?? null,
    title: scenario.title,
    public_body_id: desk.bodyId(scenario.body),
    kind: scenario.kind,
    participation_level: scenario.level,
    voice: scenario.voice,
    purpose: scenario.purpose,
    asked_on: date(scenario.asked),
    starts_on: date(scenario.starts),
    ends_on: date(scenario.ends),
    answer_promised_on: date(scenario.answerPromised),
    cancelled_on: date(scenario.cancelled),
    participants: scenario.participants ?? null,
    sessions: scenario.sessions ?? 1,
    minutes_each: scenario.minutesEach ?? null,
    staff_hours: scenario.staffHours ?? null,
    payment_received: scenario.paid ?? null,
    source_url: scenario.sourceUrl ?? null,
    explanation_accepted_on: date(scenario.accepted?.on),
    explanation_decided_by: scenario.accepted?.by ?? null,
    explanation_members_in: scenario.accepted?.membersTookPart ?? null,
    notes: scenario.notes ?? null,
    version: lastDay === undefined ? 1 : 2,
    created_at: logged,
    created_by: by,
    updated_at: revised,
    updated_by: by,
  });
  tell(desk, logged, {
    kind: "consultation.logged",
    subjectId: consultationId,
    detail: {},
  });
  if (scenario.accepted) {
    const detail = { membersTookPart: scenario.accepted.membersTookPart };
    tell(desk, revised, { kind: "reasons.accepted", subjectId: consultationId, detail });
  }
  if (scenario.cancelled !== undefined) {
    tell(desk, revised, { kind: "consultation.cancelled", subjectId: consultationId, detail: {} });
  }
  for (const key of scenario.topics) {
    desk.addTopic({ workspace_id: workspaceId, consultation_id: consultationId, key });
  }
  for (const name of scenario.otherBodies ?? []) {
    desk.add("consultation_other_bodies", {
      workspace_id: workspaceId,
      consultation_id: consultationId,
      public_body_id: desk.bodyId(name),
    });
  }
  addResponses(scenario, desk);
  addExtensions(scenario, desk);
  for (const [order, followUp] of (scenario.followUps ?? []).entries()) addFollowUp(followUp, order, desk);
}

function addResponses(scenario: Scenario, desk: Desk): void {
  const { workspaceId, consultationId, by } = desk;
  for (const [order, response] of (scenario.responses ?? []).entries()) {
    const id = demoId(consultationId, "response", String(order));
    const received = response.on === null ? null : desk.dateOf(response.on);
    // An answer whose day nobody knows was found and written down some months later.
    const found = received ?? desk.dateOf((scenario.ends ?? scenario.starts) + 120);
    const at = writtenDown(desk, found, 1 + order);
    desk.add("body_responses", {
      workspace_id: workspaceId,
      id,
      consultation_id: consultationId,
      kind: response.kind,
      received_on: received,
      summary: response.summary,
      source_url: response.sourceUrl ?? null,
      created_at: at,
      created_by: by,
      updated_at: at,
      updated_by: by,
    });
    const detail = { consultationId, responseKind: response.kind };
    tell(desk, at, { kind: "response.recorded", subjectId: id, detail });
  }
}

function addExtensions(scenario: Scenario, desk: Desk): void {
  const { workspaceId, consultationId, by } = desk;
  for (const [order, extension] of (scenario.extensions ?? []).entries()) {
    const id = demoId(consultationId, "extension", String(order));
    const at = writtenDown(desk, desk.dateOf(extension.agreed), 4 + order);
    desk.add("extensions", {
      workspace_id: workspaceId,
      id,
      consultation_id: consultationId,
      new_due_on: desk.dateOf(extension.newDue),
      agreed_on: desk.dateOf(extension.agreed),
      reason: extension.reason,
      agreed_by: extension.by,
      created_at: at,
      created_by: by,
    });
    tell(desk, at, { kind: "extension.recorded", subjectId: id, detail: { consultationId } });
  }
}

function addFollowUp(followUp: ScenarioFollowUp, order: number, desk: Desk): void {
  const { workspaceId, consultationId, by } = desk;
  const date = (day: Day | undefined) => (day === undefined ? null : desk.dateOf(day));
  const id = demoId(consultationId, "follow-up", String(order));
  const at = writtenDown(desk, desk.dateOf(followUp.made), 2 + order);
  const moves = (followUp.moves ?? []).map((move, nth, all) => ({
    ...move,
    to: all[nth + 1]?.from ?? followUp.due,
    at: writtenDown(desk, desk.dateOf(move.on), 6 + order),
  }));
  const doneAt =
    followUp.done === undefined ? undefined : writtenDown(desk, desk.dateOf(followUp.done), 6 + order);
  desk.add("follow_ups", {
    workspace_id: workspaceId,
    id,
    consultation_id: consultationId,
    owner: followUp.owner,
    waiting_on: followUp.waitingOn ?? "body",
    title: followUp.title,
    promised_words: followUp.words ?? null,
    basis: followUp.basis ?? null,
    made_by_role: followUp.by ?? null,
    made_on: date(followUp.made),
    due_on: date(followUp.due),
    body_says: followUp.bodySays ?? "not_started",
    done_on: date(followUp.done),
    community_says: followUp.communitySays ?? "not_asked",
    evidence_url: followUp.evidenceUrl ?? null,
    version: 1 + moves.length + (doneAt ? 1 : 0),
    created_at: at,
    created_by: by,
    updated_at: doneAt ?? moves.at(-1)?.at ?? at,
    updated_by: by,
  });
  tell(desk, at, {
    kind: "follow_up.recorded",
    subjectId: id,
    detail: { consultationId, owner: followUp.owner },
  });
  for (const [nth, move] of moves.entries()) {
    desk.add("date_moves", {
      workspace_id: workspaceId,
      id: demoId(id, "move", String(nth)),
      follow_up_id: id,
      from_on: desk.dateOf(move.from),
      to_on: date(move.to),
      reason: move.reason,
      moved_on: desk.dateOf(move.on),
      created_by: by,
    });
    tell(desk, move.at, {
      kind: "follow_up.revised",
      subjectId: id,
      detail: { consultationId, fields: ["dueOn"] },
    });
  }
  if (doneAt) {
    const detail = { consultationId, fields: ["bodySays", "doneOn"] };
    tell(desk, doneAt, { kind: "follow_up.revised", subjectId: id, detail });
  }
}

/** When somebody wrote it down: the day after it happened, in office hours, and never after yesterday. */
function writtenDown({ today, nth }: Desk, happened: PlainDate, order: number): string {
  const [day] = [addDays(happened, 1), addDays(today, -1)].sort();
  const hour = String(9 + (nth % 8)).padStart(2, "0");
  return `${day}T${hour}:${10 + ((nth * 7 + order * 3) % 50)}:00Z`;
}

function tell({ add, workspaceId, by }: Desk, at: string, event: AuditEvent): void {
  add("audit_events", {
    workspace_id: workspaceId,
    id: demoId(workspaceId, event.kind, event.subjectId, at),
    at,
    actor_id: by,
    kind: event.kind,
    subject_id: event.subjectId,
    detail: event.detail,
  });
}
