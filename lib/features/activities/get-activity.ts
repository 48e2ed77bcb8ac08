import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { activityRecord } from "@/lib/domain/activity-record";
import { attachedFile } from "@/lib/domain/attached-file";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

const answer = z.tuple([z.object({ record: activityRecord, files: z.array(attachedFile) })]).or(z.tuple([]));

/** Everything recorded of one activity, with where its promises stand. One statement. */
export const getActivity = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, today }, { id }) => {
    const found = await tx.$queryRaw`
      SELECT jsonb_build_object(
        'id', a.id, 'title', a.title, 'kind', a.kind, 'ownKind', a.own_kind, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
        'place', a.place, 'whose', a.whose, 'body', b.name, 'hours', a.hours, 'outcomesSource', a.outcomes_source, 'notes', a.notes,
        'groups', (SELECT coalesce(jsonb_agg(jsonb_build_object('group', g."group", 'people', g.people, 'brought', coalesce(g.brought, '{}')) ORDER BY g."group"), '[]')
          FROM activity_groups g WHERE g.workspace_id = a.workspace_id AND g.activity_id = a.id),
        'officials', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', o.role, 'office', o.office, 'body', coalesce(ob.name, b.name)) ORDER BY o.position), '[]')
          FROM activity_officials o LEFT JOIN public_bodies ob ON ob.workspace_id = o.workspace_id AND ob.id = o.public_body_id
          WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id),
        'outcomes', (SELECT coalesce(jsonb_agg(o.outcome ORDER BY o.outcome), '[]') FROM activity_outcomes o WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id),
        'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', t.key, 'name', t.name) ORDER BY lower(t.name)), '[]')
          FROM activity_topics x JOIN topics t ON t.workspace_id = x.workspace_id AND t.id = x.topic_id
          WHERE x.workspace_id = a.workspace_id AND x.activity_id = a.id),
        'promises', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'id', u.id, 'owner', u.owner, 'waitingOn', u.waiting_on, 'title', u.title, 'promisedWords', u.promised_words,
            'basis', u.basis, 'madeByRole', u.made_by_role, 'body', coalesce(ub.name, b.name), 'dueOn', d.due, 'dueGiven', u.due_on IS NOT NULL,
            'bodySays', u.body_says, 'communitySays', u.community_says,
            'state', follow_up_state(u.owner, u.waiting_on, u.body_says, u.community_says, d.due, ${today}::date))
            ORDER BY d.due, u.id), '[]')
          FROM follow_ups u
          LEFT JOIN public_bodies ub ON ub.workspace_id = u.workspace_id AND ub.id = u.public_body_id
          CROSS JOIN LATERAL (SELECT coalesce(u.due_on, u.made_on + w.action_days) AS due) d
          WHERE u.workspace_id = a.workspace_id AND u.activity_id = a.id),
        'changed', jsonb_build_object('at', a.updated_at, 'by', (SELECT coalesce(p.name, p.email) FROM users p WHERE p.id = coalesce(a.updated_by, a.created_by)))
      ) AS record,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'format', x.format, 'bytes', x.bytes, 'to', 'follow_up', 'of', x.follow_up_id)
          ORDER BY x.created_at, x.id), '[]')
        FROM attachments x JOIN follow_ups u ON u.workspace_id = x.workspace_id AND u.id = x.follow_up_id
        WHERE u.workspace_id = a.workspace_id AND u.activity_id = a.id) AS files
      FROM activities a
      JOIN workspaces w ON w.id = a.workspace_id
      LEFT JOIN public_bodies b ON b.workspace_id = a.workspace_id AND b.id = a.public_body_id
      WHERE a.workspace_id = ${member.workspace.id}::uuid AND a.id = ${id}::uuid`;
    const [one] = answer.parse(found);
    return one ? done({ today, record: one.record, files: one.files }) : failed("not_found");
  },
);
