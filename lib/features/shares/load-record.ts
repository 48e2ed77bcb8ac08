import "server-only";
import { z } from "zod";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { ReleaseScope } from "@/lib/domain/release/release-context";
import { type ShareRecord, shareRecord } from "@/lib/domain/release/share-record";
import { MOST_RECORDS } from "@/lib/domain/share";

const answer = z.tuple([z.object({ record: shareRecord })]);

/** Runs a query inside of the workspace it asks about. */
export type RunQuery = (query: Sql) => Promise<unknown>;

/** Follow-ups of a consultation or an activity, each whole, with when it is due, where it stands, and its moves. */
function followUps(today: PlainDate, of: "consultation" | "activity") {
  const parent = of === "consultation" ? sql`u.consultation_id = c.id` : sql`u.activity_id = c.id`;
  return sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'row', to_jsonb(u), 'due', d.due,
        'state', follow_up_state(u.owner, u.waiting_on, u.body_says, u.community_says, d.due, ${today}::date),
        'moves', (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.recorded_no), '[]') FROM date_moves m
          WHERE m.workspace_id = u.workspace_id AND m.follow_up_id = u.id)) ORDER BY u.id), '[]')
    FROM follow_ups u CROSS JOIN LATERAL (SELECT coalesce(u.due_on, u.made_on + w.action_days) AS due) d
    WHERE u.workspace_id = c.workspace_id AND ${parent})`;
}

/**
 * What a view is made from: whole rows, nothing picked yet. Consultations and activities that began in the period, of
 * the chosen body, or at which it promised something. Null when there are more than one view can hold. One statement.
 */
export async function loadRecord(
  query: RunQuery,
  workspaceId: string,
  today: PlainDate,
  scope: ReleaseScope,
): Promise<ShareRecord | null> {
  const [{ record }] = answer.parse(await query(recordQuery(workspaceId, today, scope)));
  const { consultations, activities } = record;
  return consultations.length > MOST_RECORDS || activities.length > MOST_RECORDS ? null : record;
}

function recordQuery(workspaceId: string, today: PlainDate, { bodyId, fromOn, toOn }: ReleaseScope): Sql {
  const most = MOST_RECORDS + 1;
  const promisedAt = (of: "consultation" | "activity") => sql`EXISTS (
    SELECT FROM follow_ups u WHERE u.workspace_id = c.workspace_id AND u.public_body_id IN (SELECT id FROM same)
      AND ${of === "consultation" ? sql`u.consultation_id = c.id` : sql`u.activity_id = c.id`})`;
  return sql`
    WITH RECURSIVE same (id) AS (
      -- A successor inherits what those before it asked and promised.
      SELECT ${bodyId}::uuid
      UNION SELECT b.id FROM same JOIN public_bodies b ON b.workspace_id = ${workspaceId}::uuid AND b.succeeded_by = same.id
    ), asked AS MATERIALIZED (
      SELECT c.* FROM consultations c
      WHERE c.workspace_id = ${workspaceId}::uuid
        AND (${fromOn}::date IS NULL OR c.starts_on >= ${fromOn}::date) AND (${toOn}::date IS NULL OR c.starts_on <= ${toOn}::date)
        AND (${bodyId}::uuid IS NULL OR c.public_body_id IN (SELECT id FROM same) OR ${promisedAt("consultation")}
          OR EXISTS (SELECT FROM consultation_other_bodies o
            WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id AND o.public_body_id IN (SELECT id FROM same)))
      ORDER BY c.starts_on DESC, c.id LIMIT ${most}
    ), done AS MATERIALIZED (
      SELECT c.* FROM activities c
      WHERE c.workspace_id = ${workspaceId}::uuid
        AND (${fromOn}::date IS NULL OR c.starts_on >= ${fromOn}::date) AND (${toOn}::date IS NULL OR c.starts_on <= ${toOn}::date)
        AND (${bodyId}::uuid IS NULL OR c.public_body_id IN (SELECT id FROM same) OR ${promisedAt("activity")}
          OR EXISTS (SELECT FROM activity_officials o
            WHERE o.workspace_id = c.workspace_id AND o.activity_id = c.id AND o.public_body_id IN (SELECT id FROM same)))
      ORDER BY c.starts_on DESC, c.id LIMIT ${most}
    )
    SELECT jsonb_build_object(
      'workspace', to_jsonb(w),
      'bodies', (SELECT coalesce(jsonb_agg(to_jsonb(b) ORDER BY b.id), '[]') FROM public_bodies b WHERE b.workspace_id = w.id),
      'topics', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM topics t WHERE t.workspace_id = w.id),
      'counts', (SELECT coalesce(jsonb_agg(jsonb_build_object('subjectId', n.subject_id, 'part', n.part, 'people', n.people)), '[]')
        FROM released_counts n WHERE n.workspace_id = w.id
          AND (n.subject_id IN (SELECT id FROM asked) OR n.subject_id IN (SELECT id FROM done))),
      'consultations', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'row', to_jsonb(c),
          'standing', jsonb_build_object('standing', s.standing, 'flagged', s.flagged, 'disputed', s.disputed,
            'overdueSince', s.overdue_since, 'counting', s.counting, 'doneCount', s.done_count, 'lateCount', s.late_count,
            'updates', s.updates, 'substantive', s.substantive, 'firstAnswerOn', s.first_answer_on),
          'firstDue', (SELECT jsonb_build_object('on', f.due_on, 'source', f.source)
            FROM first_answer_due(c.workspace_id, c.public_body_id, c.ends_on, c.answer_promised_on) f),
          'otherBodies', (SELECT coalesce(jsonb_agg(o.public_body_id ORDER BY o.public_body_id), '[]') FROM consultation_other_bodies o
            WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id),
          'topics', (SELECT coalesce(jsonb_agg(o.topic_id ORDER BY o.topic_id), '[]') FROM consultation_topics o
            WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id),
          'extensions', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.agreed_on, o.recorded_no), '[]') FROM extensions o
            WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id),
          'responses', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.id), '[]') FROM body_responses o
            WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id),
          'followUps', ${followUps(today, "consultation")}) ORDER BY c.id), '[]')
        FROM asked c JOIN standings(${today}::date) s ON s.workspace_id = c.workspace_id AND s.id = c.id),
      'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'row', to_jsonb(c),
          'topics', (SELECT coalesce(jsonb_agg(o.topic_id ORDER BY o.topic_id), '[]') FROM activity_topics o
            WHERE o.workspace_id = c.workspace_id AND o.activity_id = c.id),
          'groups', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o."group"), '[]') FROM activity_groups o
            WHERE o.workspace_id = c.workspace_id AND o.activity_id = c.id),
          'officials', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.position), '[]') FROM activity_officials o
            WHERE o.workspace_id = c.workspace_id AND o.activity_id = c.id),
          'outcomes', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.outcome), '[]') FROM activity_outcomes o
            WHERE o.workspace_id = c.workspace_id AND o.activity_id = c.id),
          'followUps', ${followUps(today, "activity")}) ORDER BY c.id), '[]')
        FROM done c)
    ) AS record
    FROM workspaces w WHERE w.id = ${workspaceId}::uuid`;
}
