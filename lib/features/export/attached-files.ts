import "server-only";
import { Readable } from "node:stream";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { openAttachment } from "@/lib/features/attachments/open-attachment";
import { log } from "@/lib/services/log";
import { SOURCES } from "./sources";

const found = z.array(z.object({ id: z.guid(), path: z.string(), fileId: z.guid() }));
export type AttachedFile = z.output<typeof found>[number];

/** Every attached file of the workspace: where it lies, and where it goes in the zip. Some hundred bytes each. */
export async function findAttachedFiles(tx: SqlTx, workspaceId: string): Promise<AttachedFile[]> {
  return found.parse(
    await tx.$queryRaw`
      SELECT f.id, f.path, x.file_id AS "fileId" FROM (${SOURCES.attachments}) f
      JOIN attachments x ON x.workspace_id = ${workspaceId}::uuid AND x.id = f.id ORDER BY f.id`,
  );
}

/** The bytes of one, as they come. One that is not there any more is empty. */
export async function readAttachedFile(workspaceId: string, { id, fileId }: AttachedFile): Promise<Readable> {
  const bytes = await openAttachment({ workspaceId, fileId });
  if (bytes === null) log().error({ attachment: id }, "the bytes of an attachment are not there");
  return bytes ?? Readable.from([]);
}
