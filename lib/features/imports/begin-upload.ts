import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";

/** Milliseconds. An upload that is still coming in after this long was cut off. */
const CUT_OFF = 60 * 60 * 1000;

/**
 * Opens an empty import for a file that is about to come in, so that who may not import is turned away before a byte
 * of it is read. What earlier uploads left half-staged goes.
 */
export const beginUpload = defineUseCase(
  { permission: "import:write", audit: [], schema: z.strictObject({}), timeoutMs: 30_000 },
  async ({ tx, member, now, nothingChanged }) => {
    const workspaceId = member.workspace.id;
    await tx.import.deleteMany({
      where: { workspaceId, state: "reading", createdAt: { lt: new Date(now.getTime() - CUT_OFF) } },
    });
    const id = randomUUID();
    await tx.import.create({
      data: { workspaceId, id, fileName: "", createdBy: member.userId, createdAt: now, movedAt: now },
    });
    // Staging is not the record: what came in is recorded once it is all there.
    nothingChanged();
    return done({ id });
  },
);
