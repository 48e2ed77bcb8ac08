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
    WITH asked AS (
      SELECT c.workspace_id, c.id, c.starts_on FROM consultations c
      WHERE c.public_body_id = ${body}::uuid AND c.cancelled_on IS NULL
        AND c.starts_on >= ${since}::date - interval '12 months'
    ), earlier AS (
      SELECT mine.consultation_id AS id, bool_or(s.flagged) AS flagged
      FROM asked c
      JOIN consultation_topics mine ON mine.workspace_id = c.workspace_id AND mine.consultation_id = c.id
      JOIN consultation_topics theirs ON theirs.workspace_id = mine.workspace_id AND theirs.topic_id = mine.topic_id
      JOIN asked o ON o.workspace_id = theirs.workspace_id AND o.id = theirs.consultation_id
        AND (o.starts_on, o.id) < (c.starts_on, c.id) AND o.starts_on >= c.starts_on - interval '12 months'
      JOIN standings(${today}::date) s ON s.workspace_id = o.workspace_id AND s.id = o.id
      WHERE c.starts_on >= ${since}::date
      GROUP BY 1
    )
    SELECT (SELECT count(*) FROM asked WHERE starts_on >= ${since}::date) AS consultations,
      count(*) AS again, count(*) FILTER (WHERE flagged) AS unanswered,
      ${visitsJson(today, since, body)} AS visits
    FROM earlier`;
  return answer.parse(found)[0];
}
