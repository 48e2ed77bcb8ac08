import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { newExtension } from "@/lib/domain/follow-up";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, failed } from "@/lib/domain/result";
import { changedFields } from "@/lib/features/consultations/consultation-content";
import { extensionColumns, loadExtension } from "./extension-content";

const { consultationId: _, ...shape } = newExtension.shape;
const schema = z
  .strictObject({ ...shape, version: notWords(z.string("required"), "a fingerprint") })
  .superRefine((input, ctx) => {
    if (input.newDueOn < input.agreedOn)
      ctx.addIssue({ code: "custom", path: ["newDueOn"], message: "before_agreed" });
  });

/** Corrects an extension. Fails with `conflict` when somebody saved it since, unless it already says the same. */
export const reviseExtension = defineUseCase(
  {
    permission: "record:write",
    audit: ["extension.revised"],
    schema,
    before: async (tx, member, { id }) => (await loadExtension(tx, member, id))?.content,
  },
  async ({ tx, member, now, record, nothingChanged }, { id, version, ...content }) => {
    const before = await loadExtension(tx, member, id);
    if (!before) return failed("not_found");
    const { consultationId } = before;
    const fields = changedFields(before.content, content);
    if (fields.length === 0) {
      nothingChanged();
      return done({ consultationId });
    }
    if (before.version !== version) return failed("conflict");
    const saved = await tx.extension.updateMany({
      where: { workspaceId: member.workspace.id, id, ...extensionColumns(before.content) },
      data: { ...extensionColumns(content), updatedAt: now, updatedBy: member.userId },
    });
    if (saved.count === 0) return failed("conflict");
    await record({ kind: "extension.revised", subjectId: id, detail: { consultationId, fields } });
    return done({ consultationId });
  },
);
