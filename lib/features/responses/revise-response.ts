import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { revisedResponse } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { changedFields } from "@/lib/features/consultations/consultation-content";
import { loadResponse, responseColumns } from "./response-content";

/** Revises an answer. Fails with `conflict` when somebody saved it since, unless it already says the same. */
export const reviseResponse = defineUseCase(
  {
    permission: "record:write",
    audit: ["response.revised"],
    schema: revisedResponse,
    before: async (tx, member, { id }) => (await loadResponse(tx, member, id))?.content,
  },
  async ({ tx, member, now, record, nothingChanged }, { id, version, ...content }) => {
    const before = await loadResponse(tx, member, id);
    if (!before) return failed("not_found");
    const { consultationId } = before;
    const fields = changedFields(before.content, content);
    if (fields.length === 0) {
      nothingChanged();
      return done({ consultationId });
    }
    const saved = await tx.bodyResponse.updateMany({
      where: { workspaceId: member.workspace.id, id, version },
      data: {
        ...responseColumns(content),
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    if (saved.count === 0) return failed("conflict");
    await record({ kind: "response.revised", subjectId: id, detail: { consultationId, fields } });
    return done({ consultationId });
  },
);
