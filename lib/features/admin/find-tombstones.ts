import "server-only";
import { z } from "zod";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { isPlainDate, type PlainDate } from "@/lib/domain/plain-date";

/** What is left of an erased workspace. */
export type Tombstone = {
  id: string;
  openedOn: PlainDate;
  closedOn: PlainDate | null;
  erasedOn: PlainDate;
  reason: "closed" | "asked" | "never_used" | "replayed";
  members: number;
  consultations: number;
  activities: number;
};

const reasons = z.enum(["closed", "asked", "never_used", "replayed"]);
const counts = z.record(z.string(), z.number());

type Row = {
  id: string;
  openedOn: Date;
  closedOn: Date | null;
  erasedOn: Date;
  reason: string;
  counts: unknown;
};

export function toTombstone(row: Row): Tombstone {
  const counted = counts.parse(row.counts);
  return {
    id: row.id,
    openedOn: fromDb(row.openedOn),
    closedOn: fromDb(row.closedOn),
    erasedOn: fromDb(row.erasedOn),
    reason: reasons.parse(row.reason),
    members: counted.memberships ?? 0,
    consultations: counted.consultations ?? 0,
    activities: counted.activities ?? 0,
  };
}

/** The id and day a page goes on after; null for the first page, and for what is no such place. */
function place(after: string): { erasedOn: Date; id: string } | null {
  const [day = "", id = ""] = after.split("_");
  return isPlainDate(day) && z.uuid().safeParse(id).success ? { erasedOn: toDb(day), id } : null;
}

/** A page of what is left of erased workspaces, the latest first. */
export async function findTombstones(
  tx: Tx,
  after: string,
  limit: number,
): Promise<{ tombstones: Tombstone[]; next: string | null }> {
  const from = place(after);
  const found = await tx.workspaceTombstone.findMany({
    where: from
      ? { OR: [{ erasedOn: { lt: from.erasedOn } }, { erasedOn: from.erasedOn, id: { lt: from.id } }] }
      : {},
    orderBy: [{ erasedOn: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const tombstones = found.slice(0, limit).map(toTombstone);
  const last = tombstones.at(-1);
  return { tombstones, next: found.length > limit && last ? `${last.erasedOn}_${last.id}` : null };
}
