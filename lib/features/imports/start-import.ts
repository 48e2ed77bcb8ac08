import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { bringSettings } from "./export-settings";

const schema = z.strictObject({
  id: recordId,
  /** "job": a job writes the rows; "here": whoever asks goes on with `advanceImport`. */
  by: z.enum(["job", "here"]).default("job"),
});

/**
 * Lets a checked import be written to the record. Started twice, it is written once. Settings that an export brings come
 * first: dates are worked out by them.
 */
export const startImport = defineUseCase(
  { permission: "import:write", audit: ["import.started", "settings.revised"], schema, timeoutMs: 60_000 },
  async ({ tx, member, now, record, nothingChanged }, { id, by }) => {
    const workspaceId = member.workspace.id;
    const started = await tx.import.updateMany({
      where: { workspaceId, id, state: "checked" },
      data: { state: "queued", atRow: 0, rowsDone: 0, movedAt: now },
    });
    const sheet = await tx.import.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { rows: true, state: true, settings: true },
    });
    if (!sheet || sheet.state === "reading") return failed("not_found");
    if (started.count === 0) {
      nothingChanged();
      return done({ id });
    }
    const fields = await bringSettings(tx, member, sheet.settings, now);
    if (fields.length > 0)
      await record({ kind: "settings.revised", subjectId: workspaceId, detail: { fields, dates: 0 } });
    if (by === "job") await tx.$executeRaw`SELECT enqueue('run-import', ${id}::uuid)`;
    await record({ kind: "import.started", subjectId: id, detail: { rows: sheet.rows } });
    return done({ id });
  },
);
