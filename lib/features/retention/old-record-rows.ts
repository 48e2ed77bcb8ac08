import "server-only";
import type { Member } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import { todayIn } from "@/lib/domain/plain-date";
import { eraseOn, type OldRecord } from "@/lib/domain/retention";

/** What is read of a listed record. */
export const oldRecordColumns = {
  id: true,
  lastOn: true,
  listedAt: true,
  keepUntil: true,
  keepReason: true,
  consultation: { select: { title: true } },
  activity: { select: { title: true } },
} as const;

type Row = {
  id: string;
  lastOn: Date;
  listedAt: Date;
  keepUntil: Date | null;
  keepReason: string | null;
  consultation: { title: string } | null;
  activity: { title: string } | null;
};

/** A listed record as owners see it. */
export function toOldRecord(row: Row, { workspace }: Member): OldRecord {
  const { id, lastOn, listedAt, keepUntil, keepReason, consultation, activity } = row;
  const kept =
    keepUntil !== null && keepReason !== null ? { until: fromDb(keepUntil), reason: keepReason } : null;
  return {
    id,
    kind: consultation ? "consultation" : "activity",
    title: consultation?.title ?? activity?.title ?? "",
    lastOn: fromDb(lastOn),
    eraseOn: kept ? null : eraseOn(todayIn(workspace.timeZone, listedAt)),
    kept,
  };
}
