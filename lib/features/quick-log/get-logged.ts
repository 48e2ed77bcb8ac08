import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

const shared = z.object({
  /** What they have in common besides the body; null: the body alone. */
  topic: z.object({ id: z.uuid(), key: z.string().nullable(), name: z.string() }).nullable(),
  /** This one among them. */
  times: z.number(),
  silent: z.number(),
  /** One of them started after this one. */
  later: z.boolean(),
});
const answer = z
  .tuple([
    z.object({
      record: z.object({
        id: z.uuid(),
        title: z.string(),
        body: z.object({ id: z.uuid(), name: z.string() }),
        startsOn: z.string(),
        participants: z.number().nullable(),
        minutesEach: z.number().nullable(),
        minutesAsked: z.number(),
        promiseDueOn: z.string().nullable(),
        waits: z.boolean(),
      }),
      groups: z.array(shared),
    }),
  ])
  .or(z.tuple([]));

/**
 * A consultation that was just logged, and what it adds to: how often the same body asked about the same topic (the one
 * it asked about most), or at all where no topic is known, and how many of those have no answer recorded. What is called
 * off or still to come does not count. One statement.
 */
export const getLogged = defineSqlUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, today }, { id }) => {
    const [found] = answer.parse(
      await tx.$queryRaw`
        SELECT
          jsonb_build_object(
            'id', c.id, 'title', c.title, 'body', jsonb_build_object('id', b.id, 'name', b.name),
            'startsOn', c.starts_on, 'participants', c.participants, 'minutesEach', c.minutes_each,
            'minutesAsked', c.minutes_asked, 'waits', c.to_finish_since IS NOT NULL,
            'promiseDueOn', (SELECT min(coalesce(f.due_on, f.made_on + w.action_days)) FROM follow_ups f
              WHERE f.workspace_id = c.workspace_id AND f.consultation_id = c.id AND f.owner = 'body')) AS record,
          (SELECT coalesce(jsonb_agg(to_jsonb(g) ORDER BY g.times DESC, g.topic ->> 'name'), '[]') FROM (
            SELECT CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'key', t.key, 'name', t.name) END AS topic,
              count(*) AS times, count(*) FILTER (WHERE s.standing = 'silent') AS silent, bool_or(o.starts_on > c.starts_on) AS later
            FROM (SELECT ct.topic_id FROM consultation_topics ct WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id
              UNION ALL SELECT NULL) wanted
            LEFT JOIN topics t ON t.workspace_id = c.workspace_id AND t.id = wanted.topic_id
            JOIN consultations o ON o.workspace_id = c.workspace_id AND o.public_body_id = c.public_body_id AND o.cancelled_on IS NULL
              AND (wanted.topic_id IS NULL OR EXISTS (SELECT FROM consultation_topics ot
                WHERE ot.workspace_id = o.workspace_id AND ot.consultation_id = o.id AND ot.topic_id = wanted.topic_id))
            JOIN standings(${today}::date) s ON s.workspace_id = o.workspace_id AND s.id = o.id
              AND (s.standing <> 'planned' OR o.id = c.id)
            GROUP BY t.id, t.key, t.name
          ) g) AS groups
        FROM consultations c
        JOIN workspaces w ON w.id = c.workspace_id
        JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
        WHERE c.workspace_id = ${member.workspace.id}::uuid AND c.id = ${id}::uuid`,
    );
    if (!found) return failed("not_found");
    const adds = found.groups.find(({ topic }) => topic !== null) ?? found.groups[0] ?? null;
    return done({ record: found.record, adds });
  },
);
