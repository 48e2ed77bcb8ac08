import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { sql } from "@/lib/db/sql";
import { consultationFilters, writeCursor } from "@/lib/domain/consultation-filters";
import { done } from "@/lib/domain/result";
import { matching } from "@/lib/features/consultations/matching";
import { listConsultations } from "./consultation-resource";

const { standing, flagged, body, topic, q, limit, after, asOf } = consultationFilters.shape;

/** How programs choose among consultations. */
export const consultationQuery = z.strictObject({
  standing,
  flagged,
  body,
  topic,
  q,
  asOf,
  limit: limit.removeDefault().default(50),
  cursor: after,
});

/** A page of consultations for a program, latest start first. One statement. */
export const listConsultationsForApi = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: consultationQuery },
  async ({ tx, today: now }, { cursor, limit, asOf, ...filters }) => {
    const today = asOf ?? now;
    const chosen = matching({ ...filters, kind: null, fromOn: null, untilOn: null }, today);
    const which = cursor
      ? sql`${chosen} AND (c.starts_on, c.id) < (${cursor.startsOn}::date, ${cursor.id}::uuid)`
      : chosen;
    // One more than asked for says whether there is another page.
    const found = await listConsultations(tx, { which, today, most: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return done({ items, nextCursor: found.length > limit && last ? writeCursor(last) : null });
  },
);
