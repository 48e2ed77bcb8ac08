import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { settings } from "@/lib/env";

/** The calendar address of whoever asks: whether there is one, when it was last read, and the form of a new one. */
export const openFeed = defineUseCase(
  {
    permission: "record:read",
    audit: "none",
    schema: z.strictObject({ shownHash: z.string().nullable().default(null) }),
  },
  async ({ tx, member }, { shownHash }) => {
    const { workspace, userId } = member;
    const feed = await tx.calendarFeed.findUnique({
      where: { workspaceId_userId: { workspaceId: workspace.id, userId } },
    });
    return done({
      /** Platform support has no calendar here. */
      mayHave: !member.support,
      feed: feed && { id: feed.id, createdAt: feed.createdAt, lastUsedAt: feed.lastUsedAt },
      /** What a calendar asks, but for its secret; null where none waits to be shown. */
      address:
        feed && feed.tokenHash === shownHash
          ? `${settings().appUrl}/api/v1/workspaces/${workspace.slug}/calendar.ics`
          : null,
      newId: randomUUID(),
    });
  },
);
