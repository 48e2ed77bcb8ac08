import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done } from "@/lib/domain/result";
import { oldRecordColumns, toOldRecord } from "./old-record-rows";

const PAGE = 50;

/** Records older than the organisation keeps them, the oldest first, 50 at a time. `next`: where the list goes on. */
export const findOldRecords = defineUseCase(
  {
    permission: "settings:manage",
    audit: "none",
    schema: z.strictObject({ after: recordId.nullable().catch(null) }),
  },
  async ({ tx, member }, { after }) => {
    const workspaceId = member.workspace.id;
    const settings = await tx.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { retentionYears: true },
    });
    const rows = await tx.retentionReview.findMany({
      where: { workspaceId },
      select: oldRecordColumns,
      orderBy: [{ lastOn: "asc" }, { id: "asc" }],
      take: PAGE + 1,
      ...(after && { cursor: { workspaceId_id: { workspaceId, id: after } }, skip: 1 }),
    });
    const shown = rows.slice(0, PAGE);
    return done({
      years: settings.retentionYears,
      records: shown.map((row) => toOldRecord(row, member)),
      total: await tx.retentionReview.count({ where: { workspaceId } }),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    });
  },
);
