import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { BroughtIn } from "@/lib/domain/export/files";

/** When and by whom, for each name that a table goes by below. */
const AUTHORS = {
  c: sql`c.created_at AS "createdAt", c.created_by AS "createdBy", c.updated_at AS "updatedAt", c.updated_by AS "updatedBy"`,
  r: sql`r.created_at AS "createdAt", r.created_by AS "createdBy", r.updated_at AS "updatedAt", r.updated_by AS "updatedBy"`,
  a: sql`a.created_at AS "createdAt", a.created_by AS "createdBy", a.updated_at AS "updatedAt", a.updated_by AS "updatedBy"`,
  e: sql`e.created_at AS "createdAt", e.created_by AS "createdBy", e.updated_at AS "updatedAt", e.updated_by AS "updatedBy"`,
  f: sql`f.created_at AS "createdAt", f.created_by AS "createdBy", f.updated_at AS "updatedAt", f.updated_by AS "updatedBy"`,
};

/**
 * Where the rows of the record come from, under the names of their schema, of the current workspace. Standings are those
 * of the day in `app.export_on`. Nothing in these statements is a parameter: a cursor takes none.
 */
export const RECORD_SOURCES: Record<BroughtIn, Sql> = {
  publicBodies: sql`
    SELECT b.id, b.name, b.kind, b.directory_id AS "directoryId", s.name AS "succeededBy", b.succeeded_on AS "succeededOn",
      b.created_at AS "createdAt", b.updated_at AS "updatedAt", b.updated_by AS "updatedBy"
    FROM public_bodies b LEFT JOIN public_bodies s ON s.workspace_id = b.workspace_id AND s.id = b.succeeded_by
    WHERE b.workspace_id = current_workspace() ORDER BY b.id`,
  topics: sql`
    SELECT t.id, t.key, t.name, t.retired FROM topics t WHERE t.workspace_id = current_workspace() ORDER BY t.id`,
  consultations: sql`
    SELECT c.id, c.reference, c.import_key AS "importKey", c.title, b.name AS "publicBody",
      (SELECT coalesce(jsonb_agg(ob.name ORDER BY lower(ob.name)), '[]')
        FROM consultation_other_bodies o JOIN public_bodies ob ON ob.workspace_id = o.workspace_id AND ob.id = o.public_body_id
        WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id) AS "otherBodies",
      c.kind, c.participation_level AS "participationLevel", c.voice,
      (SELECT coalesce(jsonb_agg(tp.name ORDER BY lower(tp.name)), '[]')
        FROM consultation_topics ct JOIN topics tp ON tp.workspace_id = ct.workspace_id AND tp.id = ct.topic_id
        WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id) AS topics,
      c.purpose, c.what_can_change AS "whatCanChange", c.who_decides AS "whoDecides", c.resources_behind AS "resourcesBehind",
      c.hear_back AS "hearBack", coalesce(c.paid_for, '{}') AS "paidFor", c.came_first AS "cameFirst", c.asked_on AS "askedOn",
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.answer_promised_on AS "answerPromisedOn", c.cancelled_on AS "cancelledOn",
      c.participants, c.sessions, c.minutes_each AS "minutesEach", c.staff_hours AS "staffHours", c.payment_received AS "paymentReceived",
      c.source_url AS "sourceUrl", c.explanation_accepted_on AS "explanationAcceptedOn",
      c.explanation_decided_by AS "explanationDecidedBy", c.explanation_members_in AS "explanationMembersIn", c.notes,
      c.to_finish_since AS "toFinishSince", s.standing, s.flagged, c.answer_due_on AS "answerDueOn",
      round(c.minutes_asked / 60, 2) AS "hoursAsked", ${AUTHORS.c}
    FROM consultations c
    JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    JOIN standings(current_setting('app.export_on')::date) s ON s.workspace_id = c.workspace_id AND s.id = c.id
    WHERE c.workspace_id = current_workspace() ORDER BY c.id`,
  // Of two that were agreed on the same day the one recorded later counts: this is their order.
  extensions: sql`
    SELECT e.id, e.consultation_id AS "consultationId", e.new_due_on AS "newDueOn", e.agreed_on AS "agreedOn", e.reason,
      e.agreed_by AS "agreedBy", ${AUTHORS.e}
    FROM extensions e WHERE e.workspace_id = current_workspace() ORDER BY e.recorded_no`,
  responses: sql`
    SELECT r.id, r.consultation_id AS "consultationId", r.kind, r.received_on AS "receivedOn", r.summary, r.source_url AS "sourceUrl",
      r.told_people_on AS "toldPeopleOn", ${AUTHORS.r}
    FROM body_responses r WHERE r.workspace_id = current_workspace() ORDER BY r.id`,
  activities: sql`
    SELECT a.id, a.title, a.kind, a.own_kind AS "ownKind", a.starts_on AS "startsOn", a.ends_on AS "endsOn", a.place, a.whose,
      b.name AS "publicBody", a.hours,
      (SELECT coalesce(jsonb_agg(tp.name ORDER BY lower(tp.name)), '[]')
        FROM activity_topics ct JOIN topics tp ON tp.workspace_id = ct.workspace_id AND tp.id = ct.topic_id
        WHERE ct.workspace_id = a.workspace_id AND ct.activity_id = a.id) AS topics,
      (SELECT coalesce(jsonb_agg(o.outcome ORDER BY o.outcome::text), '[]') FROM activity_outcomes o
        WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id) AS outcomes,
      a.outcomes_source AS "outcomesSource", a.notes, ${AUTHORS.a}
    FROM activities a LEFT JOIN public_bodies b ON b.workspace_id = a.workspace_id AND b.id = a.public_body_id
    WHERE a.workspace_id = current_workspace() ORDER BY a.id`,
  activityGroups: sql`
    SELECT g.activity_id AS "activityId", g."group", g.people, coalesce(g.brought, '{}') AS brought
    FROM activity_groups g WHERE g.workspace_id = current_workspace() ORDER BY g.activity_id, g."group"`,
  activityOfficials: sql`
    SELECT o.activity_id AS "activityId", o.position, o.role, o.office, b.name AS "publicBody"
    FROM activity_officials o LEFT JOIN public_bodies b ON b.workspace_id = o.workspace_id AND b.id = o.public_body_id
    WHERE o.workspace_id = current_workspace() ORDER BY o.activity_id, o.position`,
  followUps: sql`
    SELECT f.id, f.consultation_id AS "consultationId", f.activity_id AS "activityId", f.owner, f.waiting_on AS "waitingOn",
      b.name AS "publicBody", f.title, f.promised_words AS "promisedWords", f.basis, f.made_by_role AS "madeByRole",
      f.made_on AS "madeOn", f.due_on AS "dueOn", f.body_says AS "bodySays", f.done_on AS "doneOn",
      f.community_says AS "communitySays", f.evidence_url AS "evidenceUrl", ${AUTHORS.f}
    FROM follow_ups f LEFT JOIN public_bodies b ON b.workspace_id = f.workspace_id AND b.id = f.public_body_id
    WHERE f.workspace_id = current_workspace() ORDER BY f.id`,
  // The first one holds the first date: this is their order.
  dateMoves: sql`
    SELECT d.id, d.follow_up_id AS "followUpId", d.from_on AS "fromOn", d.to_on AS "toOn", d.reason, d.moved_on AS "movedOn",
      d.created_by AS "createdBy"
    FROM date_moves d WHERE d.workspace_id = current_workspace() ORDER BY d.recorded_no`,
};
