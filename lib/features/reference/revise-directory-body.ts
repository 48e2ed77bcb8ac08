import "server-only";
import { defineAdminUseCase } from "@/lib/access/admin";
import { aliasesOf, revisedDirectoryBody } from "@/lib/domain/reference";
import { done, failed, refused } from "@/lib/domain/result";

/** Revises an entry of the directory; from then on newer lists leave it alone. Errors: `already_used`, `conflict`. */
export const reviseDirectoryBody = defineAdminUseCase(
  { audit: ["directory.revised"], schema: revisedDirectoryBody, confirm: "none" },
  async ({ tx, admin, now, record, nothingChanged }, { id, version, ...typed }) => {
    const before = await tx.directoryBody.findUnique({ where: { id } });
    if (!before || before.mergedInto) return failed("not_found");
    const { name, kind, nation } = typed;
    const after = { name, kind, nation, code: typed.code ?? "", aliases: aliasesOf(typed.aliases, name) };
    const keys = ["name", "kind", "nation", "code", "aliases"] as const;
    const fields = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    if (fields.length === 0) {
      nothingChanged();
      return done({ id });
    }
    if (before.version !== version) return failed("conflict");
    const taken = await tx.directoryBody.findFirst({
      where: { current: true, id: { not: id }, name: { equals: name, mode: "insensitive" } },
      select: { id: true },
    });
    if (taken && before.current) return refused("name", "already_used");
    const { count } = await tx.directoryBody.updateMany({
      where: { id, version },
      data: { ...after, byHand: true, version: { increment: 1 }, updatedAt: now, updatedBy: admin.userId },
    });
    if (count === 0) return failed("conflict");
    await tx.$executeRaw`SELECT settle_directory_names()`;
    await record({
      kind: "directory.revised",
      workspaceId: null,
      detail: { bodyId: id, fields: [...fields] },
    });
    return done({ id });
  },
);
