import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { failed } from "@/lib/domain/result";
import type { Around, Member } from "./use-case";

/** An answer as it is kept and given again. */
export type KeptAnswer = { status: number; body: string };

/** What came of a key: the answer given before, a use for another request, or a request that is still being worked on. */
export type Seen = KeptAnswer | "idempotency_key_reused" | "in_progress";

const kept = z.array(
  z.object({
    fingerprint: z.string().nullable(),
    status: z.number().nullable(),
    body: z.string().nullable(),
  }),
);

/** What a request asks for, as one line: equal for requests that ask for the same. */
export function fingerprintOf(request: Request, body: unknown): string {
  const { pathname } = new URL(request.url);
  return createHash("sha256")
    .update(JSON.stringify([request.method, pathname, body ?? null]))
    .digest("base64url");
}

export function isIdempotencyKey(key: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(key);
}

/** What is known of a key of this member's token; null when it is new, and from now on taken. */
export async function takeKey(
  tx: SqlTx,
  member: Member,
  key: string,
  fingerprint: string | null,
  now: Date,
): Promise<z.output<typeof kept>[number] | null> {
  const workspaceId = member.workspace.id;
  const tokenId = member.token?.id;
  if (!tokenId) throw new Error("Only a token's requests have keys");
  const dayAgo = new Date(now.getTime() - 24 * 3600 * 1000);
  await tx.$executeRaw`
    DELETE FROM api_answers WHERE workspace_id = ${workspaceId}::uuid AND token_id = ${tokenId}::uuid AND asked_at < ${dayAgo}`;
  // Waits for whoever took the same key a moment ago.
  const taken = await tx.$executeRaw`
    INSERT INTO api_answers (workspace_id, token_id, key, fingerprint, asked_at)
    VALUES (${workspaceId}::uuid, ${tokenId}::uuid, ${key}, ${fingerprint}, ${now}) ON CONFLICT DO NOTHING`;
  if (taken > 0) return null;
  const [found] = kept.parse(
    await tx.$queryRaw`
      SELECT fingerprint, status, body FROM api_answers
      WHERE workspace_id = ${workspaceId}::uuid AND token_id = ${tokenId}::uuid AND key = ${key}`,
  );
  return found ?? null;
}

/** Keeps the answer to a key that was taken. */
export async function keepAnswer(tx: SqlTx, member: Member, key: string, answer: KeptAnswer): Promise<void> {
  await tx.$executeRaw`
    UPDATE api_answers SET status = ${answer.status}, body = ${answer.body}
    WHERE workspace_id = ${member.workspace.id}::uuid AND token_id = ${member.token?.id}::uuid AND key = ${key}`;
}

/**
 * Answers a key once: in the transaction of the work, so that of two requests that race the second waits for the
 * first and gets its answer. `seen` hears of an answer that was given before.
 */
export function once<T>(
  key: string,
  fingerprint: string,
  now: Date,
  answerOf: (value: T) => KeptAnswer,
  seen: (seen: Seen) => void,
): Around<T> {
  return {
    before: async (tx, member) => {
      const known = await takeKey(tx, member, key, fingerprint, now);
      if (!known) return null;
      if (known.fingerprint !== fingerprint) seen("idempotency_key_reused");
      else if (known.status === null) seen("in_progress");
      else seen({ status: known.status, body: known.body ?? "" });
      return failed("conflict");
    },
    after: (tx, member, value) => keepAnswer(tx, member, key, answerOf(value)),
  };
}
