import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import type { Tx } from "@/lib/db/doors";
import { done } from "@/lib/domain/result";

const PAGE = 50;

export type Granted = { slug: string; name: string; mayChange: boolean; until: Date };

/** The grant that lets platform support into a workspace now, for the page about that workspace; null without one. */
export async function findLiveGrant(
  tx: Tx,
  workspaceId: string,
  now: Date,
): Promise<{ mayChange: boolean; until: Date } | null> {
  const grant = await tx.supportGrant.findFirst({
    where: { workspaceId, withdrawnAt: null, expiresAt: { gt: now } },
    select: { mayChange: true, expiresAt: true },
  });
  return grant && { mayChange: grant.mayChange, until: grant.expiresAt };
}

/** Every workspace whose owner lets platform support in now, the one that ends first on top. */
export const findGranted = defineAdminUseCase(
  {
    audit: "none",
    schema: z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
    confirm: "none",
  },
  async ({ tx, now }, { page }) => {
    const found = await tx.supportGrant.findMany({
      where: {
        withdrawnAt: null,
        expiresAt: { gt: now },
        workspace: { state: { in: ["active", "suspended", "closing"] } },
      },
      select: {
        mayChange: true,
        expiresAt: true,
        workspace: { select: { slug: true, name: true } },
      },
      orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * PAGE,
      take: PAGE + 1,
    });
    const rows = found
      .slice(0, PAGE)
      .map<Granted>(({ workspace, mayChange, expiresAt }) => ({ ...workspace, mayChange, until: expiresAt }));
    return done({ rows, page, more: found.length > PAGE });
  },
);
