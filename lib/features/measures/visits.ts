import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";

/**
 * `theirs` and `ours` as one JSON value: events of ours of the window at which an official was, and events of theirs
 * we went to; of everybody, or of one body. Events to come and joint ones are nobody's visit. An official whose body is
 * not recorded belongs to the activity's own.
 */
export function visitsJson(today: PlainDate, since: PlainDate, body: string | null = null): Sql {
  return sql`(
    SELECT jsonb_build_object(
      'theirs', count(*) FILTER (WHERE a.whose = 'ours' AND EXISTS (
        SELECT FROM activity_officials o WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id
          AND (${body}::uuid IS NULL OR coalesce(o.public_body_id, a.public_body_id) = ${body}::uuid))),
      'ours', count(*) FILTER (WHERE a.whose = 'theirs' AND (${body}::uuid IS NULL OR a.public_body_id = ${body}::uuid)))
    FROM activities a WHERE a.starts_on BETWEEN ${since}::date AND ${today}::date)`;
}
