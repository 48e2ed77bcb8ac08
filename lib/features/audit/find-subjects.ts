import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";

/** What an event is about: `type` says which table it was found in. Paths are inside the workspace. */
export type Subject = { title: string | null; path: string | null };

const parents = z.array(z.object({ id: z.uuid(), parent: z.uuid() }));
const named = z.array(
  z.object({
    id: z.uuid(),
    type: z.enum(["consultation", "activity", "body", "import", "share", "invitation"]),
    title: z.string().nullable(),
    there: z.boolean(),
  }),
);

/** Where each has its page; an invitation has none. */
const ROOMS = {
  consultation: "/consultations/",
  activity: "/activities/",
  body: "/bodies/",
  import: "/import/",
  share: "/shares/",
  invitation: null,
} as const;

/**
 * Looks up what records are called now, by their ids. A part of a record (an answer, a promise, a new date) is called
 * by the record it belongs to. What was removed still has its title while the trash keeps it, and no page.
 */
export async function findSubjects(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const parts = parents.parse(
    await tx.$queryRaw`
      SELECT id, consultation_id AS parent FROM body_responses WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, consultation_id FROM extensions WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, coalesce(consultation_id, activity_id) FROM follow_ups WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${ids}::uuid[])
      UNION ALL SELECT x.id, coalesce(x.consultation_id, r.consultation_id, f.consultation_id, f.activity_id) FROM attachments x
        LEFT JOIN body_responses r ON r.workspace_id = x.workspace_id AND r.id = x.response_id
        LEFT JOIN follow_ups f ON f.workspace_id = x.workspace_id AND f.id = x.follow_up_id
        WHERE x.workspace_id = ${workspaceId}::uuid AND x.id = ANY (${ids}::uuid[])
      UNION ALL SELECT subject_id, coalesce(
          payload #>> '{body_responses,0,consultation_id}', payload #>> '{extensions,0,consultation_id}',
          payload #>> '{follow_ups,0,consultation_id}', payload #>> '{follow_ups,0,activity_id}')::uuid
        FROM trash WHERE workspace_id = ${workspaceId}::uuid AND subject_id = ANY (${ids}::uuid[]) AND kind NOT IN ('consultation', 'activity', 'attachment')
      UNION ALL SELECT t.subject_id, coalesce((x ->> 'consultation_id')::uuid, r.consultation_id, f.consultation_id, f.activity_id)
        FROM trash t CROSS JOIN LATERAL (SELECT t.payload #> '{attachments,0}' AS x) y
        LEFT JOIN body_responses r ON r.workspace_id = t.workspace_id AND r.id = (x ->> 'response_id')::uuid
        LEFT JOIN follow_ups f ON f.workspace_id = t.workspace_id AND f.id = (x ->> 'follow_up_id')::uuid
        WHERE t.workspace_id = ${workspaceId}::uuid AND t.subject_id = ANY (${ids}::uuid[]) AND t.kind = 'attachment'
          AND coalesce((x ->> 'consultation_id')::uuid, r.consultation_id, f.consultation_id, f.activity_id) IS NOT NULL`,
  );
  const all = [...new Set([...ids, ...parts.map(({ parent }) => parent)])];
  const found = named.parse(
    await tx.$queryRaw`
      SELECT id, 'consultation' AS type, title, true AS there FROM consultations WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${all}::uuid[])
      UNION ALL SELECT id, 'activity', title, true FROM activities WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${all}::uuid[])
      UNION ALL SELECT id, 'body', name, true FROM public_bodies WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${all}::uuid[])
      UNION ALL SELECT id, 'import', file_name, true FROM imports WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${all}::uuid[])
      UNION ALL SELECT s.id, 'share', b.name, true FROM shares s
        LEFT JOIN public_bodies b ON b.workspace_id = s.workspace_id AND b.id = s.public_body_id
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ANY (${all}::uuid[])
      UNION ALL SELECT id, 'invitation', email, true FROM invitations WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${all}::uuid[])
      UNION ALL SELECT subject_id, kind, coalesce(payload #>> '{consultations,0,title}', payload #>> '{activities,0,title}'), false
        FROM trash WHERE workspace_id = ${workspaceId}::uuid AND subject_id = ANY (${all}::uuid[]) AND kind IN ('consultation', 'activity')`,
  );
  const subjects = new Map<string, Subject>();
  for (const { id, type, title, there } of found) {
    if (!there && subjects.has(id)) continue;
    const room = ROOMS[type];
    subjects.set(id, { title, path: room === null || !there ? null : `${room}${id}` });
  }
  for (const { id, parent } of parts) {
    const whole = subjects.get(parent);
    if (whole) subjects.set(id, whole);
  }
  return subjects;
}
