import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { attachedFile } from "@/lib/domain/attached-file";
import { consultationRecord } from "@/lib/domain/consultation-record";
import { plainDate, recordId } from "@/lib/domain/fields";
import { answerProposal } from "@/lib/domain/linked/answer-proposal";
import { done, failed } from "@/lib/domain/result";
import { findRows } from "./find-rows";

const answer = z
  .tuple([
    z.object({
      record: consultationRecord,
      files: z.array(attachedFile),
      proposal: answerProposal.nullable(),
      before: z.array(z.string()),
    }),
  ])
  .or(z.tuple([]));

/**
 * Everything that is recorded of one consultation, where it stands, and what the same body asked on a shared topic in
 * the twelve months before it. Two statements. "not_found" for an id that is not this workspace's.
 */
export const getConsultation = defineSqlUseCase(
  {
    permission: "record:read",
    audit: "none",
    schema: z.strictObject({ id: recordId, asOf: plainDate.nullable().default(null) }),
  },
  async ({ tx, member, today: now }, { id, asOf }) => {
    const today = asOf ?? now;
    const found = await tx.$queryRaw`
      SELECT
        jsonb_build_object(
          'id', c.id, 'version', c.version, 'reference', c.reference, 'title', c.title,
          'publicBody', jsonb_build_object('id', b.id, 'name', b.name, 'kind', b.kind),
          'otherBodies', (SELECT coalesce(jsonb_agg(ob.name ORDER BY lower(ob.name)), '[]')
            FROM consultation_other_bodies o JOIN public_bodies ob ON ob.workspace_id = o.workspace_id AND ob.id = o.public_body_id
            WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id),
          'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', t.key, 'name', t.name) ORDER BY lower(t.name)), '[]')
            FROM consultation_topics ct JOIN topics t ON t.workspace_id = ct.workspace_id AND t.id = ct.topic_id
            WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id),
          'kind', c.kind, 'participationLevel', c.participation_level, 'voice', c.voice, 'purpose', c.purpose,
          'whatCanChange', c.what_can_change, 'whoDecides', c.who_decides, 'resourcesBehind', c.resources_behind,
          'hearBack', c.hear_back, 'paidFor', coalesce(c.paid_for, '{}'), 'cameFirst', c.came_first,
          'askedOn', c.asked_on, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'answerPromisedOn', c.answer_promised_on,
          'cancelledOn', c.cancelled_on, 'participants', c.participants, 'sessions', c.sessions, 'minutesEach', c.minutes_each,
          'staffHours', c.staff_hours, 'paymentReceived', c.payment_received, 'sourceUrl', c.source_url,
          'explanationAcceptedOn', c.explanation_accepted_on, 'explanationDecidedBy', c.explanation_decided_by,
          'explanationMembersIn', c.explanation_members_in, 'notes', c.notes, 'minutesAsked', c.minutes_asked,
          'answerDueOn', c.answer_due_on, 'answerDueSource', c.answer_due_source,
          'firstAnswerDueOn', f.due_on, 'firstAnswerDueSource', f.source,
          'benchmarkDays', coalesce((SELECT p.answer_days FROM answer_periods p WHERE p.workspace_id = c.workspace_id AND p.body_kind = b.kind), w.answer_days),
          'actionDays', w.action_days,
          'responses', (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'id', r.id, 'kind', r.kind, 'receivedOn', r.received_on, 'summary', r.summary, 'sourceUrl', r.source_url)
              ORDER BY r.received_on, r.created_at, r.id), '[]')
            FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id),
          'followUps', (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'id', u.id, 'owner', u.owner, 'waitingOn', u.waiting_on, 'publicBody', ub.name, 'title', u.title,
              'promisedWords', u.promised_words, 'basis', u.basis, 'madeByRole', u.made_by_role, 'madeOn', u.made_on,
              'dueOn', u.due_on, 'effectiveDueOn', d.due,
              'state', follow_up_state(u.owner, u.waiting_on, u.body_says, u.community_says, d.due, ${today}::date),
              'bodySays', u.body_says, 'doneOn', u.done_on, 'communitySays', u.community_says, 'evidenceUrl', u.evidence_url,
              'moves', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'fromOn', coalesce(m.from_on, u.made_on + w.action_days), 'toOn', m.to_on, 'reason', m.reason, 'movedOn', m.moved_on)
                  ORDER BY m.recorded_no), '[]')
                FROM date_moves m WHERE m.workspace_id = u.workspace_id AND m.follow_up_id = u.id))
              ORDER BY u.made_on, u.created_at, u.id), '[]')
            FROM follow_ups u
            LEFT JOIN public_bodies ub ON ub.workspace_id = u.workspace_id AND ub.id = u.public_body_id
            CROSS JOIN LATERAL (SELECT coalesce(u.due_on, u.made_on + w.action_days) AS due) d
            WHERE u.workspace_id = c.workspace_id AND u.consultation_id = c.id),
          'extensions', (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'id', e.id, 'newDueOn', e.new_due_on, 'agreedOn', e.agreed_on, 'reason', e.reason, 'agreedBy', e.agreed_by)
              ORDER BY e.agreed_on, e.recorded_no), '[]')
            FROM extensions e WHERE e.workspace_id = c.workspace_id AND e.consultation_id = c.id),
          'changed', (SELECT jsonb_build_object('at', last.at, 'by', (SELECT coalesce(p.name, p.email) FROM users p WHERE p.id = last.by))
            FROM (SELECT c.updated_at AS at, coalesce(c.updated_by, c.created_by) AS by
              UNION ALL SELECT r.updated_at, coalesce(r.updated_by, r.created_by) FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
              UNION ALL SELECT u.updated_at, coalesce(u.updated_by, u.created_by) FROM follow_ups u WHERE u.workspace_id = c.workspace_id AND u.consultation_id = c.id
              UNION ALL SELECT e.created_at, e.created_by FROM extensions e WHERE e.workspace_id = c.workspace_id AND e.consultation_id = c.id
              ORDER BY at DESC LIMIT 1) last)
        ) AS record,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'format', x.format, 'bytes', x.bytes,
            'to', CASE WHEN x.response_id IS NOT NULL THEN 'response' WHEN x.follow_up_id IS NOT NULL THEN 'follow_up' ELSE 'consultation' END,
            'of', coalesce(x.response_id, x.follow_up_id, x.consultation_id)) ORDER BY x.created_at, x.id), '[]')
          FROM attachments x WHERE x.workspace_id = c.workspace_id AND (x.consultation_id = c.id
            OR x.response_id IN (SELECT r.id FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id)
            OR x.follow_up_id IN (SELECT u.id FROM follow_ups u WHERE u.workspace_id = c.workspace_id AND u.consultation_id = c.id))) AS files,
        (SELECT jsonb_build_object('id', p.id, 'receivedOn', p.received_on, 'kind', p.kind, 'summary', p.summary, 'sourceUrl', p.source_url)
          FROM answer_proposals p
          WHERE p.workspace_id = c.workspace_id AND p.consultation_id = c.id AND p.decided_at IS NULL AND NOT EXISTS (
            SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
              AND r.kind IN ('findings', 'decision', 'refusal'))
          ORDER BY p.found_at DESC, p.id LIMIT 1) AS proposal,
        ARRAY(SELECT o.id::text FROM consultations o
          WHERE o.workspace_id = c.workspace_id AND o.public_body_id = c.public_body_id AND o.cancelled_on IS NULL
            AND (o.starts_on, o.id) < (c.starts_on, c.id) AND o.starts_on >= c.starts_on - interval '12 months'
            AND EXISTS (SELECT FROM consultation_topics mine
              JOIN consultation_topics theirs ON theirs.workspace_id = mine.workspace_id AND theirs.topic_id = mine.topic_id
              WHERE mine.workspace_id = c.workspace_id AND mine.consultation_id = c.id AND theirs.consultation_id = o.id)
          ORDER BY o.starts_on DESC, o.id DESC LIMIT 5) AS before
      FROM consultations c
      JOIN workspaces w ON w.id = c.workspace_id
      JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
      LEFT JOIN LATERAL first_answer_due(c.workspace_id, c.public_body_id, c.ends_on, c.answer_promised_on) f ON true
      WHERE c.workspace_id = ${member.workspace.id}::uuid AND c.id = ${id}::uuid`;
    const [one] = answer.parse(found);
    if (!one) return failed("not_found");
    const [row, ...before] = await findRows(tx, [id, ...one.before], today);
    if (!row) return failed("not_found");
    return done({ today, record: one.record, files: one.files, proposal: one.proposal, row, before });
  },
);
