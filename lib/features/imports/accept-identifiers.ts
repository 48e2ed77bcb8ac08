import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { choice, recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { heldRows } from "./held-rows";

const schema = z.strictObject({
  id: recordId,
  accept: choice(["yes", "no"]).default("no"),
  /** "job": a job reads the rows anew; "here": whoever asks goes on with `advanceImport`. */
  by: z.enum(["job", "here"]).default("job"),
});

/**
 * Takes the rows that may show who a person is after all, because somebody has looked at them; or holds them back
 * again. All rows are read anew. Audited with how many rows, the fields and the kinds, never the text.
 */
export const acceptIdentifiers = defineUseCase(
  { permission: "import:write", audit: ["identifiers.acknowledged"], schema },
  async ({ tx, member, now, record, nothingChanged }, { id, accept, by }) => {
    const workspaceId = member.workspace.id;
    const held = await heldRows(tx, workspaceId, id);
    const identifiersAccepted = accept === "yes";
    const sheet = await tx.import.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!sheet || sheet.state === "reading") return failed("not_found");
    const changed =
      identifiersAccepted && held.rows === 0
        ? { count: 0 }
        : await tx.import.updateMany({
            where: { workspaceId, id, state: "checked", identifiersAccepted: !identifiersAccepted },
            data: { identifiersAccepted, state: "checking", atRow: 0, rowsDone: 0, movedAt: now },
          });
    if (changed.count === 0) {
      nothingChanged();
      return done({ id });
    }
    if (by === "job") await tx.$executeRaw`SELECT enqueue('run-import', ${id}::uuid)`;
    if (identifiersAccepted)
      await record({
        kind: "identifiers.acknowledged",
        subjectId: id,
        detail: { event: "import.started", ...held },
      });
    else nothingChanged();
    return done({ id });
  },
);
