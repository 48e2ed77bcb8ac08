import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import type { Tx } from "@/lib/db/doors";
import { DIRECTORY_STATES, type DirectoryState, pageNumber } from "@/lib/domain/reference";
import { done } from "@/lib/domain/result";
import { BODY_KINDS } from "@/lib/domain/taxonomy";

export const DIRECTORY_PAGE = 25;

type Where = NonNullable<NonNullable<Parameters<Tx["directoryBody"]["findMany"]>[0]>["where"]>;

const WHERE: Record<DirectoryState, Where> = {
  current: { current: true },
  past: { current: false, mergedInto: null },
  merged: { mergedInto: { not: null } },
};

/** The ids of the entries that a few letters are part of: of the name, another name, or the code. */
async function matching(tx: Tx, q: string): Promise<string[]> {
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const found = z.array(z.object({ id: z.string() })).parse(
    await tx.$queryRaw`
      SELECT id FROM directory_bodies
      WHERE name ILIKE ${pattern} OR code ILIKE ${pattern} OR EXISTS (SELECT FROM unnest(aliases) a WHERE a ILIKE ${pattern})`,
  );
  return found.map(({ id }) => id);
}

/** A page of the directory of public bodies by name, narrowed by letters, kind and state. */
export const findDirectoryBodies = defineAdminUseCase(
  {
    audit: "none",
    schema: z.strictObject({
      q: z.string().max(200).default(""),
      kind: z.enum(BODY_KINDS).nullable().default(null),
      state: z.enum(DIRECTORY_STATES).default("current"),
      page: pageNumber,
    }),
    confirm: "none",
  },
  async ({ tx }, { q, kind, state, page }) => {
    const where: Where = {
      ...WHERE[state],
      ...(kind && { kind }),
      ...(q && { id: { in: await matching(tx, q) } }),
    };
    const total = await tx.directoryBody.count({ where });
    const rows = await tx.directoryBody.findMany({
      where,
      select: {
        id: true,
        name: true,
        kind: true,
        nation: true,
        code: true,
        merged: { select: { name: true } },
        successor: { select: { name: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * DIRECTORY_PAGE,
      take: DIRECTORY_PAGE,
    });
    return done({ q, kind, state, page, total, rows, more: page * DIRECTORY_PAGE < total });
  },
);
