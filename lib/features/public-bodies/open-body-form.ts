import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { bodyVersion } from "@/lib/domain/public-body";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";

/** The form of a public body's name and kind. */
export const openBodyForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const key = { workspaceId: member.workspace.id, id };
    const body = await tx.publicBody.findUnique({ where: { workspaceId_id: key } });
    if (!body) return failed("not_found");
    const form = formKeys.body(id);
    const view = formView({
      form,
      fresh: { id: [id], name: [body.name], kind: [body.kind] },
      draft: await findDraft(tx, member, form),
      saved: {
        version: bodyVersion(body),
        by: await saverName(tx, body.updatedBy),
        at: body.updatedAt ?? body.createdAt,
      },
    });
    return done({ view, name: body.name });
  },
);
