import "server-only";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { sql } from "@/lib/db/sql";
import { consultationFilters, writeCursor } from "@/lib/domain/consultation-filters";
import { done } from "@/lib/domain/result";
import { listConsultations } from "@/lib/features/api/consultation-resource";
import { matching } from "@/lib/features/consultations/matching";

/** The consultations that a list's filters choose, with all their fields, latest start first, and where to go on. One statement. */
export const findWholeConsultations = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: consultationFilters },
  async ({ tx, today: now }, { after, limit, asOf, ...filters }) => {
    const today = asOf ?? now;
    const chosen = matching(filters, today);
    const which = after
      ? sql`${chosen} AND (c.starts_on, c.id) < (${after.startsOn}::date, ${after.id}::uuid)`
      : chosen;
    const found = await listConsultations(tx, { which, today, most: limit + 1 });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return done({ rows, next: found.length > limit && last ? writeCursor(last) : null });
  },
);
