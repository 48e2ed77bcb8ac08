import "server-only";
import type { Tx } from "@/lib/db/doors";
import type { AttachmentFormat } from "@/lib/domain/attachment";
import type { FilePlace } from "@/lib/services/files/file-store";

/** One file of a workspace: exactly one of the three ids says what it belongs to. */
export type StoredAttachment = {
  id: string;
  consultationId: string | null;
  responseId: string | null;
  followUpId: string | null;
  /** For people; never a path. It ends as the format does, and another file may have the same. */
  name: string;
  format: AttachmentFormat;
  bytes: number;
  createdAt: Date;
  /** Where its bytes lie: for openAttachment(). */
  place: FilePlace;
};

/**
 * The files of a workspace in the order of their ids, those in the trash left out.
 * @param after the id of the last one that was read; null begins
 * @returns at most `limit`; fewer when there are no more
 */
export async function findAttachments(
  tx: Tx,
  workspaceId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<StoredAttachment[]> {
  const rows = await tx.attachment.findMany({
    where: { workspaceId, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(({ fileId, createdBy: _, workspaceId: within, ...row }) => ({
    ...row,
    place: { workspaceId: within, fileId },
  }));
}
