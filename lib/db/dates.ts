import type { PlainDate } from "@/lib/domain/plain-date";

/** A plain date as Prisma wants a `date` column: midnight UTC, which PostgreSQL stores as that very day. */
export function toDb(date: PlainDate): Date;
export function toDb(date: PlainDate | null): Date | null;
export function toDb(date: PlainDate | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

/** A `date` column as Prisma gives it, as a plain date. */
export function fromDb(date: Date): PlainDate;
export function fromDb(date: Date | null): PlainDate | null;
export function fromDb(date: Date | null): PlainDate | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
