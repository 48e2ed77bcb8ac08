import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { consultationRow } from "@/lib/domain/consultation-row";
import { windowStart } from "@/lib/domain/fatigue";
import { bodyOrder } from "@/lib/domain/measures";
import { may } from "@/lib/domain/permissions";
import { done } from "@/lib/domain/result";
import { rowsJson } from "@/lib/features/consultations/find-rows";
import { measuresFound, measuresJson, readMeasures } from "@/lib/features/measures/find-measures";
import { mostPressing, overviewFound, overviewJson, readOverview } from "@/lib/features/measures/overview";
import { readTimeValue, timeValueFound, timeValueJson } from "@/lib/features/measures/time-value";
import { stoodOn, tookPart } from "@/lib/features/measures/took-part";
import { dueSoonFound, dueSoonRows, readDueSoon } from "./find-due-soon";
import { readToFinish, toFinish, toFinishFound } from "./find-to-finish";

const MOST_PRESSING = 5;
const MOST_DUE = 6;
const MOST_TO_FINISH = 3;
const MOST_BODIES = 8;
const MOST_TOPICS = 10;
const MOST_OLDER = 5;

const answer = z.tuple([
  z.object({
    overview: overviewFound,
    pressing: z.array(consultationRow),
    measures: measuresFound,
    timeValue: timeValueFound,
    dueSoon: dueSoonFound,
    toFinish: toFinishFound,
  }),
]);

/**
 * What the first page of a workspace shows: what needs doing first, then what the last two years cost and what came
 * back, by month, public body and topic. `order` is that of the public bodies. One statement: where everything stands is
 * worked out once for all of its figures.
 */
export const getDashboard = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ order: bodyOrder }) },
  async ({ tx, member, today }, { order }) => {
    const since = windowStart(today);
    const choice = {
      bodies: { order, most: MOST_BODIES, skip: 0, busiest: true },
      mostTopics: MOST_TOPICS,
      mostOlder: MOST_OLDER,
    };
    const unfinished = toFinish(today, may(member.role, "record:write") ? MOST_TO_FINISH : 0);
    const found = await tx.$queryRaw`
      WITH ${stoodOn(today, since)}, ${tookPart(today, since)}
      SELECT ${overviewJson()} AS overview, ${rowsJson(mostPressing(today, MOST_PRESSING), today)} AS pressing,
        ${measuresJson(today, since, choice)} AS measures, ${timeValueJson(today)} AS "timeValue",
        (SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM (${dueSoonRows(today, MOST_DUE)}) one) AS "dueSoon",
        (SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM (${unfinished}) one) AS "toFinish"`;
    const [{ overview, pressing, measures, timeValue, dueSoon, toFinish: left }] = answer.parse(found);
    return done({
      today,
      since,
      ...readOverview(overview),
      pressing,
      measures: readMeasures(measures, today, since),
      timeValue: readTimeValue(timeValue),
      order,
      dueSoon: readDueSoon(dueSoon),
      toFinish: readToFinish(left),
    });
  },
);
