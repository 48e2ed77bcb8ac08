import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

const schema = z.strictObject({
  id: recordId,
  fileName: z.string(),
  headers: z.array(z.string()).readonly(),
  fromWorkbook: z.boolean(),
  rows: z.number().int().positive(),
  /** Of all cells together. */
  characters: z.number().int().nonnegative(),
});

/** The whole file is staged: its columns can be matched now. */
export const finishUpload = defineUseCase(
  {
    permission: "import:write",
    audit: ["import.uploaded"],
    schema,
    unchecked: "The names of a file and its columns never become part of the record",
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
