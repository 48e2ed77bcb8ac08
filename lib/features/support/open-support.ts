import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import type { SupportGrantView } from "@/lib/domain/support";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";

/** Grants further back than these are in the audit trail alone. */
const MOST = 20;

/** Whether platform support is let in now, earlier times it was, and the form to let it in. Three statements. */
export const openSupport = defineUseCase(
  { permission: "settings:manage", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member, now }) => {
    const workspaceId = member.workspace.id;
    const rows = await tx.supportGrant.findMany({
      where: { workspaceId },
      orderBy: { grantedAt: "desc" },
      take: MOST,
      include: { visits: { select: { startedAt: true }, orderBy: { startedAt: "asc" } } },
    });
    const givers = await tx.user.findMany({
      where: { id: { in: rows.map(({ grantedBy }) => grantedBy) } },
      select: { id: true, name: true, email: true },
    });
    const names = new Map(givers.map(({ id, name, email }) => [id, name ?? email]));
    const grants = rows.map<SupportGrantView>((row) => ({
      id: row.id,
      mayChange: row.mayChange,
      grantedAt: row.grantedAt,
      grantedBy: names.get(row.grantedBy) ?? null,
      until: row.expiresAt,
      withdrawnAt: row.withdrawnAt,
      visits: row.visits.map(({ startedAt }) => startedAt),
    }));
    const live = grants.find(({ withdrawnAt, until }) => !withdrawnAt && until > now) ?? null;
    const form = formKeys.newSupport;
    const view = formView({
      form,
      fresh: { id: [randomUUID()], kind: ["look"], span: ["day"] },
      draft: await findDraft(tx, member, form),
    });
    return done({ live, earlier: grants.filter((grant) => grant !== live), view });
  },
);
