import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { broughtSettings } from "@/lib/domain/export/brought-settings";
import { recordId, text } from "@/lib/domain/fields";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, failed } from "@/lib/domain/result";

const schema = z.strictObject({
  id: recordId,
  fileName: text(200),
  headers: notWords(
    z.array(z.string()).readonly(),
    "names of columns, which never become part of the record",
  ),
  fromWorkbook: z.boolean(),
  /** An export of ours: it has no columns to match. */
  ofExport: z.boolean().default(false),
  settings: broughtSettings.nullable().default(null),
  /** "job": a job reads an export at once; "here": whoever asks goes on with `advanceImport`. */
  by: z.enum(["job", "here"]).default("job"),
  rows: z.number().int().positive(),
  /** Of all cells together. */
  characters: z.number().int().nonnegative(),
});

/**
 * The whole file is staged: its columns can be matched now, or an export checked. Its name is shown, and checked like
 * every text.
 */
export const finishUpload = defineUseCase(
  {
    permission: "import:write",
    audit: ["import.uploaded"],
    schema,
  },
  async ({ tx, member, now, record }, { id, headers, by, settings, ...sheet }) => {
    const finished = await tx.import.updateMany({
      where: { workspaceId: member.workspace.id, id, state: "reading" },
      data: {
        ...sheet,
        ...(settings && { settings }),
        headers: [...headers],
        state: sheet.ofExport ? "checking" : "ready",
        movedAt: now,
      },
    });
    if (finished.count === 0) return failed("not_found");
    if (sheet.ofExport && by === "job") await tx.$executeRaw`SELECT enqueue('run-import', ${id}::uuid)`;
    await record({ kind: "import.uploaded", subjectId: id, detail: {} });
    return done({ id });
  },
);
