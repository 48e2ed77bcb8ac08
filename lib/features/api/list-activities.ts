import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { activityFilters } from "@/lib/domain/activity-filters";
import { done } from "@/lib/domain/result";
import { findActivities } from "@/lib/features/activities/find-activities";
import { readActivities } from "./activity-resource";

const { q, kind, body, limit } = activityFilters.shape;

/** How programs choose among activities. */
export const activityQuery = z.strictObject({
  q,
  kind,
  body,
  limit: limit.removeDefault().default(50),
  cursor: z.string().nullable().default(null),
});

/** A page of activities for a program, latest first. */
export const listActivitiesForApi = defineUseCase(
  { permission: "record:read", audit: "none", schema: activityQuery },
  async (world, { cursor, ...filters }) => {
    const page = await findActivities.within(world, { ...filters, after: cursor });
    if (!page.ok)
      return {
        ...page,
        errors: page.errors.map((one) => ({ ...one, field: one.field.replace(/^after$/, "cursor") })),
      };
    const ids = page.value.rows.map(({ id }) => id);
    return done({ items: await readActivities(world.tx, world.member, ids), nextCursor: page.value.next });
  },
);
