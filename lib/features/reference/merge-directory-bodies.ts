import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { mergedBodies } from "@/lib/domain/reference";
import { done, failed, refused } from "@/lib/domain/result";
import { findEntryByName } from "./find-entry-by-name";

const touched = z.tuple([z.object({ workspaces: z.number() })]);

/**
 * Says that two entries are one body: the one goes, its names become other names of the one that stays, and every
 * organisation's own rows follow. Errors: `wrong_name` where the typed name is not that of the entry that goes,
 * `not_in_directory`, `same_body`.
 */
export const mergeDirectoryBodies = defineAdminUseCase(
  { audit: ["directory.merged"], schema: mergedBodies, confirm: "fresh", timeoutMs: 60_000 },
  async ({ tx, admin, record }, { id, into, confirm }) => {
    const gone = await tx.directoryBody.findUnique({
      where: { id },
      select: { name: true, mergedInto: true },
    });
    if (!gone || gone.mergedInto) return failed("not_found");
    const kept = await findEntryByName(tx, into);
    if (!kept) return refused("into", "not_in_directory");
    if (kept.id === id) return refused("into", "same_body");
    if (confirm.toLowerCase() !== gone.name.toLowerCase()) return refused("confirm", "wrong_name");
    const [{ workspaces }] = touched.parse(
      await tx.$queryRaw`SELECT merge_directory_bodies(${admin.userId}::uuid, ${kept.id}, ${id}) AS workspaces`,
    );
    const detail = { keptId: kept.id, goneId: id, workspaces };
    await record({ kind: "directory.merged", workspaceId: null, detail });
    return done({ id: kept.id, workspaces });
  },
);
