import { Prisma } from "@/lib/db/generated/prisma/client";

/**
 * A part of a statement, for statements that share one: a tagged template whose values become parameters,
 * put into `$queryRaw` like any other value.
 */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;
