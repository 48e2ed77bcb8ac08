import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { BodyOrder } from "@/lib/domain/measures";
import { figuresOf } from "./took-part";

export type BodyChoice = {
  order: BodyOrder;
  /** How many, and after how many. */
  most: number;
  skip: number;
  /** Only bodies something was recorded of in the window; the ones most hours were given to when they are too many. */
  busiest?: boolean;
  /** Only this one. */
  id?: string;
};

/**
 * `total` and `rows` of the workspace's public bodies as one JSON value, over the parts of `tookPart`. Listed by name
 * or by hours; never by how they did.
 */
export function bodyFiguresJson({ order, most, skip, busiest = false, id }: BodyChoice): Sql {
  return sql`(
    WITH asked AS (
      SELECT w.public_body_id, ${figuresOf()} FROM w GROUP BY 1
    ), promised AS (
      SELECT public_body_id, count(*) AS due, count(*) FILTER (WHERE kept) AS kept FROM promise GROUP BY 1
    ), figures AS (
      SELECT b.id, b.name, b.kind, coalesce(a.consultations, 0) AS consultations, coalesce(a.minutes, 0) AS minutes,
        coalesce(a.unknown, 0) AS unknown, coalesce(a.finished, 0) AS finished,
        coalesce(a."finishedMinutes", 0) AS "finishedMinutes", coalesce(a."actedMinutes", 0) AS "actedMinutes",
        coalesce(a.flagged, 0) AS flagged, coalesce(a."flaggedMinutes", 0) AS "flaggedMinutes",
        coalesce(a."answersDue", 0) AS "answersDue", coalesce(a.answered, 0) AS answered,
        coalesce(p.due, 0) AS "promisesDue", coalesce(p.kept, 0) AS "promisesKept"
      FROM public_bodies b
      LEFT JOIN asked a ON a.public_body_id = b.id
      LEFT JOIN promised p ON p.public_body_id = b.id
      WHERE (${id ?? null}::uuid IS NULL OR b.id = ${id ?? null}::uuid)
        AND (NOT ${busiest}::boolean OR a.consultations > 0 OR p.due > 0)
    ), page AS (
      SELECT * FROM figures
      ORDER BY CASE WHEN ${busiest || order === "hours"}::boolean THEN minutes END DESC NULLS LAST, lower(name), id
      LIMIT ${most} OFFSET ${skip}
    )
    SELECT jsonb_build_object(
      'total', (SELECT count(*) FROM figures),
      'rows', (SELECT coalesce(jsonb_agg(to_jsonb(page) ORDER BY CASE WHEN ${order === "hours"}::boolean THEN minutes END DESC NULLS LAST, lower(name), id), '[]') FROM page))
  )`;
}
