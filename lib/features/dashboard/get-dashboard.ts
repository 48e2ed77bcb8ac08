import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { windowStart } from "@/lib/domain/fatigue";
import { done } from "@/lib/domain/result";
import { tally } from "@/lib/features/measures/tally";

/** What the first page of a workspace shows: what needs doing first, then what it cost. */
export const getDashboard = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({}) },
  async ({ tx, today }) => {
    const since = windowStart(today);
    return done({ today, since, tally: await tally(tx, today, since) });
  },
);
