import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { bodyVersion, revisedBody } from "@/lib/domain/public-body";
import { done, failed, refused } from "@/lib/domain/result";
import { sameName, tidyName } from "@/lib/features/consultations/resolve-names";
import { isUniqueViolation } from "@/lib/features/consultations/unique-violation";

/**
 * Revises a public body's name and kind. Dates of answers that rest on the kind are worked out again by the database.
 * Errors: `already_used` when another body of the workspace goes by that name; `conflict`.
 */
export const reviseBody = defineUseCase(
  {
    permission: "record:write",
    audit: ["public_body.revised"],
    schema: revisedBody,
    before: (tx, member, { id }) =>
      tx.publicBody.findUnique({ where: { workspaceId_id: { workspaceId: member.workspace.id, id } } }),
  },
  async ({ tx, member, now, record, nothingChanged }, { id, version, kind, ...typed }) => {
    const workspaceId = member.workspace.id;
    const name = tidyName(typed.name);
    const before = await tx.publicBody.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!before) return failed("not_found");
    const fields = [...(before.name === name ? [] : ["name"]), ...(before.kind === kind ? [] : ["kind"])];
    if (fields.length === 0) {
      nothingChanged();
      return done({ id });
    }
    if (bodyVersion(before) !== version) return failed("conflict");
    if (!sameName(before.name, name)) {
      const [taken] = await tx.$queryRaw<unknown[]>`
        SELECT id FROM public_bodies WHERE workspace_id = ${workspaceId}::uuid AND lower(name) = lower(${name})`;
      if (taken) return refused("name", "already_used");
    }
    try {
      const saved = await tx.publicBody.updateMany({
        where: { workspaceId, id, name: before.name, kind: before.kind },
        data: { name, kind, updatedAt: now, updatedBy: member.userId },
      });
      if (saved.count === 0) return failed("conflict");
    } catch (error) {
      if (isUniqueViolation(error)) return refused("name", "already_used");
      throw error;
    }
    await record({ kind: "public_body.revised", subjectId: id, detail: { fields } });
    return done({ id });
  },
);
