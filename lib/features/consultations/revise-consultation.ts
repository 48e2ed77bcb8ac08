import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed, refused } from "@/lib/domain/result";
import { changedFields, columnsOf, contentOf, loadConsultation } from "./consultation-content";
import { revisedSchema } from "./consultation-schemas";
import { saveAskingBody, saveLists } from "./save-lists";
import { isUniqueViolation } from "./unique-violation";

/**
 * Revises the long form of a consultation. Fails with `conflict` when somebody saved it since the version given,
 * unless it already says the same. Errors: `reference_taken`, and those of the schema.
 */
export const reviseConsultation = defineUseCase(
  {
    permission: "record:write",
    audit: ["consultation.revised", "public_body.revised"],
    schema: revisedSchema,
    before: async (tx, member, { id }) => (await loadConsultation(tx, member, id))?.content,
  },
  async ({ tx, member, now, record, nothingChanged }, input) => {
    const workspaceId = member.workspace.id;
    const before = await loadConsultation(tx, member, input.id);
    if (!before) return failed("not_found");
    const content = contentOf(input);
    const changed = changedFields(before.content, content);
    const newKind = input.publicBodyKind !== null && input.publicBodyKind !== before.publicBodyKind;
    if (changed.length === 0 && !newKind) {
      nothingChanged();
      return done({ id: before.id });
    }
    if (before.version !== input.version) return failed("conflict");
    if (content.reference !== null && changed.includes("reference")) {
      const taken = await tx.consultation.findUnique({
        where: { workspaceId_reference: { workspaceId, reference: content.reference } },
        select: { id: true },
      });
      if (taken) return refused("reference", "reference_taken");
    }

    const body = await saveAskingBody(tx, member, input.publicBody, input.publicBodyKind);
    if (body.kindCorrected)
      await record({ kind: "public_body.revised", subjectId: body.id, detail: { fields: ["kind"] } });
    if (changed.length === 0) {
      nothingChanged();
      return done({ id: before.id });
    }
    try {
      const saved = await tx.consultation.updateMany({
        where: { workspaceId, id: input.id, version: input.version },
        data: {
          ...columnsOf(content, body.id),
          version: { increment: 1 },
          updatedAt: now,
          updatedBy: member.userId,
        },
      });
      if (saved.count === 0) return failed("conflict");
    } catch (error) {
      if (isUniqueViolation(error)) return refused("reference", "reference_taken");
      throw error;
    }
    await saveLists(tx, member, { id: input.id, publicBodyId: body.id }, content);
    await record({ kind: "consultation.revised", subjectId: input.id, detail: { fields: changed } });
    return done({ id: before.id });
  },
);
