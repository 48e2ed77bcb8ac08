import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
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
  rows: z.number().int().positive(),
  /** Of all cells together. */
  characters: z.number().int().nonnegative(),
});

/** The whole file is staged: its columns can be matched now. Its name is shown, and checked like every text. */
export const finishUpload = defineUseCase(
  {
    permission: "import:write",
    audit: ["import.uploaded"],
    schema,
  },
  async ({ tx, member, now, record }, { id, headers, ...sheet }) => {
    const finished = await tx.import.updateMany({
      where: { workspaceId: member.workspace.id, id, state: "reading" },
      data: { ...sheet, headers: [...headers], state: "ready", movedAt: now },
    });
    if (finished.count === 0) return failed("not_found");
    await record({ kind: "import.uploaded", subjectId: id, detail: {} });
    return done({ id });
  },
);
