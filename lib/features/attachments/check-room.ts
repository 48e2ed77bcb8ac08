import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import type { SqlTx } from "@/lib/db/doors";
import { ATTACHMENT_LIMITS } from "@/lib/domain/attachment";
import { done, failed } from "@/lib/domain/result";

const answer = z.tuple([z.object({ bytes: z.coerce.number() })]);

/** Bytes that may still be attached in this workspace. Whoever asks next waits until this transaction ends. */
export async function readRoom(tx: SqlTx): Promise<number> {
  const [{ bytes }] = answer.parse(await tx.$queryRaw`SELECT attached_bytes() AS bytes`);
  return ATTACHMENT_LIMITS.workspace - bytes;
}

/** Whether this person may attach anything at all, and how much: asked before a byte of a file is read. */
export const checkRoom = defineSqlUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    if (member.workspace.state !== "active") return failed("read_only");
    return done({ room: await readRoom(tx) });
  },
);
