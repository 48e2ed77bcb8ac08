import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import type { Tx } from "@/lib/db/doors";
import type { PlainDate } from "@/lib/domain/plain-date";
import { done } from "@/lib/domain/result";
import { WORKSPACE_STATES, type WorkspaceState } from "@/lib/domain/workspace";
import type { WorkspaceFigures, WorkspaceListAddress } from "@/lib/domain/workspace-list";
import { findTombstones, type Tombstone } from "./find-tombstones";
import { readFigures } from "./read-figures";

export type WorkspaceRow = {
  slug: string;
  name: string;
  state: WorkspaceState;
  lastActiveOn: PlainDate | null;
  eraseOn: PlainDate | null;
  /** An owner asked that it be erased at once. */
  erasureAsked: boolean;
  figures: WorkspaceFigures;
};

const PAGE = 25;

const row = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  state: z.enum(WORKSPACE_STATES),
  lastActiveOn: z.string().nullable(),
  eraseOn: z.string().nullable(),
  erasureAsked: z.boolean(),
});

async function findRows(tx: Tx, { q, state, after }: WorkspaceListAddress) {
  const wanted = q.toLowerCase();
  return z.array(row).parse(
    await tx.$queryRaw`
      SELECT id, slug, name, state::text, to_char(last_active_on, 'YYYY-MM-DD') AS "lastActiveOn",
        to_char(erase_on, 'YYYY-MM-DD') AS "eraseOn", erasure_asked_at IS NOT NULL AS "erasureAsked"
      FROM workspaces
      WHERE slug > ${after} AND (${state} = '' OR state::text = ${state})
        AND (${wanted} = '' OR position(${wanted} IN lower(slug)) > 0 OR position(${wanted} IN lower(name)) > 0)
      ORDER BY slug LIMIT ${PAGE + 1}`,
  );
}

/** How many workspaces there are in each state; erased ones are counted by what is left of them. */
async function countStates(tx: Tx): Promise<Record<WorkspaceState, number>> {
  const groups = await tx.workspace.groupBy({ by: ["state"], _count: true });
  const found = new Map(groups.map(({ state, _count }) => [state, _count]));
  const counts = WORKSPACE_STATES.map((state) => [state, found.get(state) ?? 0] as const);
  return {
    ...(Object.fromEntries(counts) as Record<WorkspaceState, number>),
    erased: await tx.workspaceTombstone.count(),
  };
}

export type WorkspacePage = {
  rows: WorkspaceRow[];
  tombstones: Tombstone[];
  counts: Record<WorkspaceState, number>;
  /** What the next page goes on after; null on the last one. */
  next: string | null;
};

/**
 * A page of workspaces by their address, with what a platform admin may see of them. The figures are worked out for
 * the rows of the page alone. Erased ones have no name to look for: days and counts are what is left.
 */
export const findWorkspaces = defineAdminUseCase(
  {
    audit: "none",
    schema: z.strictObject({
      q: z.string().max(100),
      state: z.enum([...WORKSPACE_STATES, ""]),
      after: z.string().max(100),
    }),
    confirm: "none",
    timeoutMs: 15_000,
  },
  async ({ tx, now }, address) => {
    const counts = await countStates(tx);
    if (address.state === "erased") {
      const { tombstones, next } = await findTombstones(tx, address.after, PAGE);
      return done<WorkspacePage>({ rows: [], tombstones, counts, next });
    }
    const found = await findRows(tx, address);
    const page = found.slice(0, PAGE);
    const figures = await readFigures(
      tx,
      page.map(({ id }) => id),
      now,
    );
    const rows = page.flatMap(({ id, ...workspace }) => {
      const own = figures.get(id);
      return own ? [{ ...workspace, figures: own }] : [];
    });
    return done<WorkspacePage>({
      rows,
      tombstones: [],
      counts,
      next: found.length > PAGE ? (page.at(-1)?.slug ?? null) : null,
    });
  },
);
