import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { windowStart } from "@/lib/domain/fatigue";
import { bodyOrder } from "@/lib/domain/measures";
import { may } from "@/lib/domain/permissions";
import { done } from "@/lib/domain/result";
import { findRows } from "@/lib/features/consultations/find-rows";
import { findMeasures } from "@/lib/features/measures/find-measures";
import { findOverview } from "@/lib/features/measures/overview";
import { findTimeValue } from "@/lib/features/measures/time-value";
import { findDueSoon } from "./find-due-soon";
import { findToFinish } from "./find-to-finish";

const MOST_PRESSING = 5;
const MOST_DUE = 6;
const MOST_TO_FINISH = 3;
const MOST_BODIES = 8;
const MOST_TOPICS = 10;
const MOST_OLDER = 5;

/**
 * What the first page of a workspace shows: what needs doing first, then what the last two years cost and what came
 * back, by month, public body and topic. `order` is that of the public bodies. Five statements, or four where nothing
 * needs an answer.
 */
export const getDashboard = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ order: bodyOrder }) },
  async ({ tx, member, today }, { order }) => {
    const since = windowStart(today);
    const { any, tally, flagged } = await findOverview(tx, today, since, MOST_PRESSING);
    return done({
      any,
      today,
      since,
      tally,
      flagged,
      pressing: await findRows(tx, flagged.ids, today),
      measures: await findMeasures(tx, today, since, {
        bodies: { order, most: MOST_BODIES, skip: 0, busiest: true },
        mostTopics: MOST_TOPICS,
        mostOlder: MOST_OLDER,
      }),
      timeValue: await findTimeValue(tx, today, since),
      order,
      dueSoon: await findDueSoon(tx, today, MOST_DUE),
      toFinish: may(member.role, "record:write")
        ? await findToFinish(tx, today, MOST_TO_FINISH)
        : { total: 0, items: [] },
    });
  },
);
