import "server-only";
import { systemClient } from "@/lib/db/clients";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { WorkspaceState } from "@/lib/domain/workspace";

export type WorkspaceRow = {
  slug: string;
  name: string;
  state: WorkspaceState;
  members: number;
  openedOn: PlainDate;
};
const PAGE = 50;

/**
 * Workspaces by name, with what a platform admin may see of them: the role that reads this has no grant on content.
 * @param after the slug the page goes on from, or null for the first page
 */
export async function findWorkspaces(
  after: string | null,
): Promise<{ rows: WorkspaceRow[]; next: string | null }> {
  const found = await systemClient().workspace.findMany({
    orderBy: { slug: "asc" },
    take: PAGE + 1,
    ...(after && { where: { slug: { gt: after } } }),
    select: {
      slug: true,
      name: true,
      state: true,
      createdAt: true,
      _count: { select: { memberships: true } },
    },
  });
  const rows = found.slice(0, PAGE).map(({ _count, createdAt, ...workspace }) => ({
    ...workspace,
    members: _count.memberships,
    openedOn: createdAt.toISOString().slice(0, 10),
  }));
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.slug ?? null) : null };
}
