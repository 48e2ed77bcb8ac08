import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { addDays } from "@/lib/domain/plain-date";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { loadShare, shareValues } from "./share-content";

/** The form for a new view (`id` null), with the organisation's defaults, or for one that is there. */
export const openShareForm = defineUseCase(
  { permission: "shares:manage", audit: "none", schema: z.strictObject({ id: recordId.nullable() }) },
  async ({ tx, member, today }, { id }) => {
    const bodies = await tx.publicBody.findMany({
      where: { workspaceId: member.workspace.id },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    });
    if (id === null) {
      const form = formKeys.newShare;
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadShare(tx, member, typedId);
        return saved && shareValues(saved.content);
      });
      const defaults = await tx.workspace.findUniqueOrThrow({
        where: { id: member.workspace.id },
        select: { shareDays: true, shareSections: true },
      });
      const fresh = {
        id: [randomUUID()],
        audience: ["officer"],
        sections: defaults.shareSections,
        expiresOn: [addDays(today, defaults.shareDays)],
      };
      return done({ view: formView({ form, fresh, draft }), bodies, released: false });
    }
    const share = await loadShare(tx, member, id);
    if (!share || share.stoppedAt) return failed("not_found");
    const form = formKeys.share(id);
    const view = formView({
      form,
      fresh: { id: [id], ...shareValues(share.content) },
      draft: await findDraft(tx, member, form),
      saved: { version: share.version, by: await saverName(tx, share.updatedBy), at: share.updatedAt },
    });
    return done({ view, bodies, released: share.releasedAt !== null });
  },
);
