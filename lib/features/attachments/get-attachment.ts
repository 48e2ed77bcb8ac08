import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import type { FilePlace } from "@/lib/services/files/file-store";

/** One attachment for whoever may read the record it belongs to, and where its bytes lie. */
export const getAttachment = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const workspaceId = member.workspace.id;
    const row = await tx.attachment.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row) return failed("not_found");
    const place: FilePlace = { workspaceId, fileId: row.fileId };
    return done({ name: row.name, format: row.format, bytes: row.bytes, place });
  },
);
