import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { fromDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { invitationState } from "@/lib/domain/members";
import { todayIn } from "@/lib/domain/plain-date";
import { done, failed } from "@/lib/domain/result";
import { LIFE_EVENT_KINDS, type LifeEventKind, possibleSteps } from "@/lib/domain/workspace-life";
import { workspaceSlug } from "@/lib/domain/workspace-slug";
import { findLiveGrant } from "@/lib/features/support/find-granted";
import { slugHash } from "@/lib/features/workspaces/slug-was-used";
import { toTombstone } from "./find-tombstones";
import { readFigures } from "./read-figures";

/** The most events of its life that its page shows. */
const MOST_EVENTS = 50;

/** One line of a workspace's life: `by` is the admin's name, null for the service itself and for one who is gone. */
export type LifeLine = { id: string; at: Date; kind: LifeEventKind; by: string | null };

async function findLife(tx: Tx, workspaceId: string): Promise<LifeLine[]> {
  const events = await tx.platformEvent.findMany({
    where: { workspaceId, kind: { in: [...LIFE_EVENT_KINDS] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_EVENTS,
  });
  const actors = await tx.user.findMany({
    where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(actors.map(({ id, name, email }) => [id, name ?? email]));
  return events.flatMap(({ id, at, kind, actorId }) => {
    const known = LIFE_EVENT_KINDS.find((one) => one === kind);
    return known ? [{ id, at, kind: known, by: (actorId && names.get(actorId)) || null }] : [];
  });
}

async function findInvitation(tx: Tx, workspaceId: string, now: Date) {
  const found = await tx.invitation.findFirst({
    where: { workspaceId, role: "owner" },
    orderBy: { createdAt: "asc" },
    select: { email: true, expiresAt: true, undeliveredAt: true },
  });
  return found && { email: found.email, state: invitationState(found, now) };
}

const shown = {
  id: true,
  slug: true,
  name: true,
  state: true,
  timeZone: true,
  createdAt: true,
  lastActiveOn: true,
  closingOn: true,
  eraseOn: true,
  erasureAskedAt: true,
  memberships: {
    where: { role: "owner" },
    select: { user: { select: { id: true, name: true, email: true } } },
    orderBy: { createdAt: "asc" },
  },
} as const;

/** What is left of a workspace that had this slug; null when there was none. */
async function readErased(tx: Tx, slug: string) {
  const left = await tx.workspaceTombstone.findUnique({ where: { slugHash: slugHash(slug) } });
  return left && { erased: toTombstone(left), life: await findLife(tx, left.id) };
}

/** A workspace that is there, as an admin may see it; null when there is none of that slug. */
export async function readPresent(tx: Tx, slug: string, now: Date) {
  const found = await tx.workspace.findUnique({ where: { slug }, select: shown });
  if (!found) return null;
  const { id, memberships, createdAt, erasureAskedAt, ...workspace } = found;
  const figures = (await readFigures(tx, [id], now)).get(id);
  if (!figures) return null;
  const eraseOn = fromDb(workspace.eraseOn);
  const ending =
    workspace.state === "closing" && eraseOn !== null && eraseOn <= todayIn(workspace.timeZone, now);
  return {
    erased: null,
    slug,
    name: workspace.name,
    state: workspace.state,
    timeZone: workspace.timeZone,
    openedOn: todayIn(workspace.timeZone, createdAt),
    lastActiveOn: fromDb(workspace.lastActiveOn),
    closingOn: fromDb(workspace.closingOn),
    eraseOn,
    erasureAskedOn: erasureAskedAt && todayIn(workspace.timeZone, erasureAskedAt),
    ending,
    owners: memberships.map(({ user }) => user),
    invitation: workspace.state === "invited" ? await findInvitation(tx, id, now) : null,
    figures,
    /** The grant that lets platform support in now; null without one. */
    support: await findLiveGrant(tx, id, now),
    steps: possibleSteps({
      state: workspace.state,
      members: figures.members,
      erasureAsked: erasureAskedAt !== null,
      ending,
    }),
    life: await findLife(tx, id),
  };
}

export type PresentWorkspace = NonNullable<Awaited<ReturnType<typeof readPresent>>>;
export type ErasedWorkspace = NonNullable<Awaited<ReturnType<typeof readErased>>>;

/** One workspace with its life and its owners' addresses; or, where it was erased, what is left of it. */
export const getWorkspace = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({ slug: workspaceSlug }), confirm: "none" },
  async ({ tx, now }, { slug }) => {
    const found = (await readPresent(tx, slug, now)) ?? (await readErased(tx, slug));
    return found ? done<PresentWorkspace | ErasedWorkspace>(found) : failed("not_found");
  },
);
