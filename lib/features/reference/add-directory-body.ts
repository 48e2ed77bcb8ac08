import "server-only";
import { defineAdminUseCase } from "@/lib/access/admin";
import { aliasesOf, newDirectoryBody } from "@/lib/domain/reference";
import { done, refused } from "@/lib/domain/result";

/** Adds a public body to the directory. Errors: `already_used` where another of today goes by that name. */
export const addDirectoryBody = defineAdminUseCase(
  { audit: ["directory.added"], schema: newDirectoryBody, confirm: "none" },
  async ({ tx, admin, now, record, nothingChanged }, { id: minted, name, aliases, code, ...fields }) => {
    const id = `hand:${minted}`;
    if (await tx.directoryBody.findUnique({ where: { id }, select: { id: true } })) {
      nothingChanged();
      return done({ id });
    }
    const taken = await tx.directoryBody.findFirst({
      where: { current: true, name: { equals: name, mode: "insensitive" } },
      select: { id: true },
    });
    if (taken) return refused("name", "already_used");
    await tx.directoryBody.create({
      data: {
        ...fields,
        ...{ id, name, code: code ?? "", aliases: aliasesOf(aliases, name), names: [] },
        ...{ byHand: true, updatedAt: now, updatedBy: admin.userId },
      },
    });
    await tx.$executeRaw`SELECT settle_directory_names()`;
    await record({ kind: "directory.added", workspaceId: null, detail: { bodyId: id } });
    return done({ id });
  },
);
