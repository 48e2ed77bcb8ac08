import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { type ConsultationFilters, searchPatterns } from "@/lib/domain/consultation-filters";
import type { PlainDate } from "@/lib/domain/plain-date";
import { FLAGGED, STANDINGS } from "@/lib/domain/standing";

/** The standings that pass; null when all do. */
function wantedStandings({
  standing,
  flagged,
}: Pick<ConsultationFilters, "standing" | "flagged">): readonly string[] | null {
  if (standing.length === 0 && flagged === null) return null;
  const among = standing.length > 0 ? standing : STANDINGS;
  return flagged === null ? among : among.filter((one) => FLAGGED.includes(one) === flagged);
}

/**
 * The joins and conditions by which filters choose among consultations `c`, with who asked as `b`: what stands between
 * `FROM consultations c` and the order of a list.
 */
export function matching(
  filters: Omit<ConsultationFilters, "after" | "before" | "limit" | "asOf">,
  today: PlainDate,
): Sql {
  const { q, body, topic, kind, fromOn, untilOn } = filters;
  const patterns = q === null ? null : searchPatterns(q);
  const standings = wantedStandings(filters);
  return sql`
        JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
        CROSS JOIN LATERAL (SELECT lower(concat_ws(' ', c.title, c.reference, b.name)) AS plain) t
        WHERE (${patterns}::text[] IS NULL OR CASE WHEN octet_length(t.plain) = length(t.plain) THEN t.plain
            ELSE lower(regexp_replace(normalize(t.plain, NFKD), '[\\u0300-\\u036f\\u064b-\\u065f]', '', 'g')) END LIKE ALL (${patterns}::text[]))
          AND (${body}::text IS NULL OR c.public_body_id::text = ${body} OR lower(b.name) = lower(${body}))
          AND (${topic}::text IS NULL OR EXISTS (
            SELECT FROM consultation_topics ct JOIN topics p ON p.workspace_id = ct.workspace_id AND p.id = ct.topic_id
            WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id
              AND (p.id::text = ${topic} OR p.key = ${topic} OR lower(p.name) = lower(${topic}))))
          AND (${kind}::text IS NULL OR c.kind::text = ${kind})
          AND (${fromOn}::date IS NULL OR c.starts_on >= ${fromOn}::date)
          AND (${untilOn}::date IS NULL OR c.starts_on <= ${untilOn}::date)
          AND (${standings}::text[] IS NULL OR EXISTS (
            SELECT FROM standings(${today}::date) s
            WHERE s.workspace_id = c.workspace_id AND s.id = c.id AND s.standing = ANY (${standings}::text[])))`;
}
