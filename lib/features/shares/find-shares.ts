import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import { SECTIONS } from "@/lib/domain/release/snapshot";
import { done } from "@/lib/domain/result";
import { shareState } from "@/lib/domain/share";

/** How many views a list shows; older ones that nobody can open any more fall off its end. */
const MOST_LISTED = 200;

/** The workspace's views: whom they are for, what they show, where they stand, and how often they were opened. */
export const findShares = defineUseCase(
  { permission: "shares:manage", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member, today }) => {
    const workspaceId = member.workspace.id;
    const rows = await tx.share.findMany({
      where: { workspaceId },
      include: { publicBody: { select: { name: true } } },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: MOST_LISTED,
    });
    const opened = await tx.shareOpening.groupBy({
      by: ["shareId"],
      where: { workspaceId, shareId: { in: rows.map(({ id }) => id) } },
      _count: true,
      _max: { at: true },
    });
    const openings = new Map(opened.map((one) => [one.shareId, one]));
    const shares = rows.map((row) => {
      const share = { ...row, expiresOn: fromDb(row.expiresOn) };
      return {
        id: row.id,
        audience: row.audience,
        officerEmail: row.officerEmail,
        bodyName: row.publicBody?.name ?? null,
        sections: SECTIONS.filter((section) => row.sections.includes(section)),
        fromOn: fromDb(row.fromOn),
        toOn: fromDb(row.toOn),
        expiresOn: share.expiresOn,
        releasedAt: row.releasedAt,
        state: shareState(share, today),
        openings: openings.get(row.id)?._count ?? 0,
        lastOpenedAt: openings.get(row.id)?._max.at ?? null,
      };
    });
    const order = ["open", "draft", "expired", "stopped"];
    return done({ today, shares: shares.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) });
  },
);
