import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { windowStart } from "@/lib/domain/fatigue";
import { bodyOrder } from "@/lib/domain/measures";
import { done } from "@/lib/domain/result";
import { findBodyFigures } from "@/lib/features/measures/find-measures";

export const BODIES_A_PAGE = 50;

/** A page of the workspace's public bodies with their figures over the window, by name or by hours. One statement. */
export const findBodies = defineSqlUseCase(
  {
    permission: "record:read",
    audit: "none",
    schema: z.strictObject({ order: bodyOrder, page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  },
  async ({ tx, today }, { order, page }) => {
    const since = windowStart(today);
    const skip = (page - 1) * BODIES_A_PAGE;
    const { total, rows } = await findBodyFigures(tx, today, since, { order, most: BODIES_A_PAGE, skip });
    return done({ since, order, page, total, rows, from: skip + 1, more: skip + rows.length < total });
  },
);
