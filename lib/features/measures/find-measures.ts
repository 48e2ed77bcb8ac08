import "server-only";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { type Sql, sql } from "@/lib/db/sql";
import {
  bodyFigures,
  DIRECT_VOICES,
  everyMonth,
  monthFigures,
  olderFlagged,
  topicFigures,
  windowFigures,
} from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { type BodyChoice, bodyFiguresJson } from "./body-figures";
import { figuresOf, stoodOn, tookPart } from "./took-part";
import { visitsJson } from "./visits";

const bodies = z.object({ total: z.number(), rows: z.array(bodyFigures) });
export const measuresFound = z.object({
  months: z.array(monthFigures),
  bodies,
  topics: z.array(topicFigures),
  figures: windowFigures,
  older: z.array(olderFlagged),
});

type Choice = { bodies: BodyChoice; mostTopics: number; mostOlder: number };

/**
 * Everything the dashboard measures over the window from `since` to `today`, as one JSON value (`measuresFound`) over
 * the parts of `tookPart`: minutes by month, by public body and by topic, answers, promises, voices, and the latest of
 * the older ones that are still flagged.
 */
export function measuresJson(today: PlainDate, since: PlainDate, choice: Choice): Sql {
  return sql`(SELECT jsonb_build_object(
    'months', (SELECT coalesce(jsonb_agg(to_jsonb(m)), '[]') FROM (
        SELECT to_char(starts_on, 'YYYY-MM-01') AS month,
          coalesce(sum(minutes) FILTER (WHERE came = 'acted'), 0) AS acted,
          coalesce(sum(minutes) FILTER (WHERE came = 'none'), 0) AS none,
          coalesce(sum(minutes) FILTER (WHERE came = 'explained'), 0) AS explained,
          coalesce(sum(minutes) FILTER (WHERE came = 'open'), 0) AS open
        FROM w GROUP BY 1) m),
    'bodies', ${bodyFiguresJson(choice.bodies)},
    'topics', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY lower(t.name)), '[]') FROM (
        SELECT p.id, p.key, p.name, ${figuresOf()}
        FROM w
        JOIN consultation_topics ct ON ct.workspace_id = w.workspace_id AND ct.consultation_id = w.id
        JOIN topics p ON p.workspace_id = ct.workspace_id AND p.id = ct.topic_id
        GROUP BY p.id, p.key, p.name ORDER BY sum(w.minutes) DESC, lower(p.name) LIMIT ${choice.mostTopics}) t),
    'figures', (SELECT jsonb_build_object(
        'finished', count(*) FILTER (WHERE finished),
        'answersDue', count(*) FILTER (WHERE answer_was_due),
        'answered', count(*) FILTER (WHERE answer_was_due AND substantive),
        'promisesDue', (SELECT count(*) FROM promise), 'promisesKept', (SELECT count(*) FROM promise WHERE kept),
        'voices', count(voice), 'membersTookPart', count(*) FILTER (WHERE voice::text = ANY (${[...DIRECT_VOICES]}::text[])),
        'voiceUnknown', count(*) - count(voice),
        'visits', ${visitsJson(today, since)}) FROM w),
    'older', (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM (
        SELECT s.id, s.title, b.name AS body, s.starts_on AS "startsOn", s.minutes
        FROM s JOIN public_bodies b ON b.workspace_id = s.workspace_id AND b.id = s.public_body_id
        WHERE s.flagged AND s.starts_on < ${since}::date
        ORDER BY s.starts_on DESC, s.id LIMIT ${choice.mostOlder}) o)))`;
}

/** The measures that were found, with the months in which nothing was. */
export function readMeasures(found: z.output<typeof measuresFound>, today: PlainDate, since: PlainDate) {
  return { ...found, months: everyMonth(since, today, found.months) };
}

/** The workspace's public bodies with their figures over the window. One statement. */
export async function findBodyFigures(tx: SqlTx, today: PlainDate, since: PlainDate, choice: BodyChoice) {
  const found = await tx.$queryRaw`
    WITH ${stoodOn(today, since)}, ${tookPart(today, since)} SELECT ${bodyFiguresJson(choice)} AS bodies`;
  const [one] = z.tuple([z.object({ bodies })]).parse(found);
  return one.bodies;
}
