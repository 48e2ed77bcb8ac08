import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { plainName, readyToSearch, searchNames } from "@/lib/domain/body-search";
import { type BodyHit, MOST_HITS } from "@/lib/domain/public-body";
import { done } from "@/lib/domain/result";
import { findDirectory } from "./directory";

/** More of an organisation's own names than this are not looked through. */
const MOST_OWN = 2000;

/**
 * Public bodies that a few letters may mean: the workspace's own first, then the shared directory, by name, other
 * names and misspellings. Three statements at most.
 */
export const searchBodies = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ q: z.string().max(200) }) },
  async ({ tx, member }, { q }) => {
    if (plainName(q) === "") return done<BodyHit[]>([]);
    const own = await tx.publicBody.findMany({
      where: { workspaceId: member.workspace.id },
      select: { id: true, name: true, kind: true, directory: { select: { aliases: true, nation: true } } },
      orderBy: { name: "asc" },
      take: MOST_OWN,
    });
    const ready = readyToSearch(
      own.map(({ directory, ...body }) => ({ ...body, ...(directory ?? { aliases: [], nation: null }) })),
    );
    const ours = searchNames(q, ready, MOST_HITS).map<BodyHit>(({ id, name, kind, nation }) => ({
      ...{ id, name, kind, nation },
    }));
    const known = new Set(ready.map(({ name }) => name));
    const others = searchNames(q, await findDirectory(tx), MOST_HITS + known.size)
      .filter(({ name }) => !known.has(plainName(name)))
      .map<BodyHit>(({ name, kind, nation }) => ({ id: null, name, kind, nation }));
    return done([...ours, ...others].slice(0, MOST_HITS));
  },
);
