import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { directoryId, endedBody } from "@/lib/domain/reference";
import { done, failed, refused } from "@/lib/domain/result";
import { findEntryByName } from "./find-entry-by-name";

const touched = z.tuple([z.object({ workspaces: z.number() })]);

/** Whether `body` comes after `heir` already: following it would lead in a circle. */
async function leadsBack(
  tx: Parameters<typeof findEntryByName>[0],
  heir: string,
  body: string,
): Promise<boolean> {
  const seen = new Set<string>();
  for (let at: string | null = heir; at && !seen.has(at); ) {
    if (at === body) return true;
    seen.add(at);
    const next: { succeededBy: string | null } | null = await tx.directoryBody.findUnique({
      where: { id: at },
      select: { succeededBy: true },
    });
    at = next?.succeededBy ?? null;
  }
  return false;
}

/**
 * Says that a body ended on a day, and who takes over what it owes; organisations that know it get the successor.
 * Errors: `still_to_come` for a day after today, `not_in_directory`, `same_body`.
 */
export const endDirectoryBody = defineAdminUseCase(
  { audit: ["directory.ended"], schema: endedBody, confirm: "fresh", timeoutMs: 60_000 },
  async ({ tx, admin, now, record }, { id, endedOn, successor }) => {
    const body = await tx.directoryBody.findUnique({
      where: { id },
      select: { mergedInto: true, retiredOn: true },
    });
    if (!body || body.mergedInto || body.retiredOn) return failed("not_found");
    if (endedOn > now.toISOString().slice(0, 10)) return refused("endedOn", "still_to_come");
    const heir = successor === null ? null : await findEntryByName(tx, successor);
    if (successor !== null && !heir) return refused("successor", "not_in_directory");
    if (heir && (await leadsBack(tx, heir.id, id))) return refused("successor", "same_body");
    const [{ workspaces }] = touched.parse(
      await tx.$queryRaw`
        SELECT end_directory_body(${admin.userId}::uuid, ${id}, ${endedOn}::date, ${heir?.id ?? null}) AS workspaces`,
    );
    const detail = { bodyId: id, endedOn, successorId: heir?.id ?? "", workspaces };
    await record({ kind: "directory.ended", workspaceId: null, detail });
    return done({ id, workspaces });
  },
);

/** Takes the end of a body back: it goes on, and nobody took over. */
export const bringBodyBack = defineAdminUseCase(
  {
    audit: ["directory.back"],
    schema: z.strictObject({ id: directoryId }),
    confirm: "fresh",
    timeoutMs: 60_000,
  },
  async ({ tx, admin, record, nothingChanged }, { id }) => {
    const body = await tx.directoryBody.findUnique({
      where: { id },
      select: { mergedInto: true, current: true },
    });
    if (!body || body.mergedInto) return failed("not_found");
    if (body.current) {
      nothingChanged();
      return done({ id });
    }
    const [{ workspaces }] = touched.parse(
      await tx.$queryRaw`SELECT end_directory_body(${admin.userId}::uuid, ${id}, NULL::date, NULL) AS workspaces`,
    );
    await record({ kind: "directory.back", workspaceId: null, detail: { bodyId: id, workspaces } });
    return done({ id });
  },
);
