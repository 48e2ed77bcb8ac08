import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { visits } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { visitsJson } from "./visits";

const answer = z.tuple([
  z.object({
    consultations: z.coerce.number(),
    again: z.coerce.number(),
    unanswered: z.coerce.number(),
    visits,
  }),
]);

/**
 * How often a body asked again: consultations of the window, those to come included, that share a topic with one it
 * had started in the twelve months before; and of those, how many where such an earlier one is flagged today. And the
 * visits both ways. One statement.
 */
export async function findAskedAgain(
  tx: Tx,
  today: PlainDate,
  since: PlainDate,
  body: string,
): Promise<z.output<typeof answer>[0]> {
  const found = await tx.$queryRaw`
    WITH asked AS MATERIALIZED (
      -- Where each stands is worked out once, not for every pair.
      SELECT c.workspace_id, c.id, c.starts_on, s.flagged
      FROM consultations c JOIN standings(${today}::date) s ON s.workspace_id = c.workspace_id AND s.id = c.id
      WHERE c.public_body_id = ${body}::uuid AND c.cancelled_on IS NULL
        AND c.starts_on >= ${since}::date - interval '12 months'
    ), told AS MATERIALIZED (
      SELECT a.*, t.topic_id FROM asked a
      JOIN consultation_topics t ON t.workspace_id = a.workspace_id AND t.consultation_id = a.id
    ), earlier AS (
      SELECT c.id, bool_or(o.flagged) AS flagged
      FROM told c
      JOIN told o ON o.topic_id = c.topic_id AND (o.starts_on, o.id) < (c.starts_on, c.id)
        AND o.starts_on >= c.starts_on - interval '12 months'
      WHERE c.starts_on >= ${since}::date
      GROUP BY 1
    )
    SELECT (SELECT count(*) FROM asked WHERE starts_on >= ${since}::date) AS consultations,
      count(*) AS again, count(*) FILTER (WHERE flagged) AS unanswered,
      ${visitsJson(today, since, body)} AS visits
    FROM earlier`;
  return answer.parse(found)[0];
}
