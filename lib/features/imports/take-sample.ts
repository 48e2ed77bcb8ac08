import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { firstCells } from "./sample";
import { sheetHeaders } from "./stored-import";

/** The headers and first rows of a staged sheet. */
export const takeSample = defineUseCase(
  { permission: "import:write", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const workspaceId = member.workspace.id;
    const sheet = await tx.import.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { headers: true, fromWorkbook: true },
    });
    if (!sheet) return failed("not_found");
    return done({
      headers: sheetHeaders(sheet.headers),
      fromWorkbook: sheet.fromWorkbook,
      rows: await firstCells(tx, workspaceId, id),
    });
  },
);
