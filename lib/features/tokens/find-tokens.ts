import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import type { TokenState, TokenView } from "@/lib/domain/api-token";
import { done } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";

/** The organisation's tokens, working ones first and then the newest, and the form of a new one. For owners. */
export const findTokens = defineUseCase(
  {
    permission: "settings:manage",
    audit: "none",
    schema: z.strictObject({ shownHash: z.string().nullable().default(null) }),
  },
  async ({ tx, member, now }, { shownHash }) => {
    const workspaceId = member.workspace.id;
    const rows = await tx.apiToken.findMany({
      where: { workspaceId },
      orderBy: { createdAt: "desc" },
      take: 200,
    });
    const members = await tx.membership.findMany({
      where: { workspaceId, userId: { in: rows.map(({ createdBy }) => createdBy) } },
      select: { userId: true, user: { select: { name: true, email: true } } },
    });
    const names = new Map(members.map(({ userId, user }) => [userId, user.name ?? user.email]));
    const stateOf = ({ revokedAt, expiresAt, createdBy }: (typeof rows)[number]): TokenState => {
      if (revokedAt) return "revoked";
      if (expiresAt <= now) return "expired";
      return names.has(createdBy) ? "works" : "maker_left";
    };
    const tokens = rows.map((row): TokenView => {
      const { id, name, role, createdAt, expiresAt, lastUsedAt } = row;
      const madeBy = names.get(row.createdBy) ?? null;
      return { id, name, role, state: stateOf(row), createdAt, madeBy, expiresAt, lastUsedAt };
    });
    const form = formKeys.newToken;
    return done({
      tokens: tokens.toSorted((a, b) => Number(b.state === "works") - Number(a.state === "works")),
      /** The token that was just made: its secret waits to be shown. */
      shown: rows.find(({ tokenHash, revokedAt }) => tokenHash === shownHash && !revokedAt)?.name ?? null,
      view: formView({
        form,
        fresh: { id: [randomUUID()], role: ["editor"], days: ["90"] },
        draft: await findDraft(tx, member, form),
      }),
    });
  },
);
