import "server-only";
import { type Key, withWorkspace } from "@/lib/db/doors";
import { may, type Scope } from "@/lib/domain/permissions";
import { failed, type Result } from "@/lib/domain/result";
import { systemClock } from "@/lib/services/clock";
import { type KeptAnswer, keepAnswer, takeKey } from "./api-once";
import type { Member } from "./use-case";

// Work that takes many transactions cannot hold its key in one: the key is taken first, and whoever else comes with it
// looks again until there is an answer.

const LOOK_AGAIN_MS = 250;
const PATIENCE_MS = 30_000;
/** Work that has said nothing for so long was cut off with its server: it is begun anew. */
const DEAD_MS = 15 * 60 * 1000;

export type LongOnce =
  /** The key is ours: `finish` keeps the answer, or gives the key back when there is none. */
  | { kind: "ours"; finish: (fingerprint: string, answer: KeptAnswer | null) => Promise<void> }
  | { kind: "answered"; fingerprint: string; answer: KeptAnswer }
  | { kind: "in_progress" };

const DOOR = { wantsWrite: true, timeoutMs: 5000 };

async function look(key: Key, once: string, scope: Scope): Promise<Result<LongOnce>> {
  const outcome = await withWorkspace(key, DOOR, async (tx, who): Promise<Result<LongOnce>> => {
    if (!may(who.role, scope)) return failed("forbidden");
    const member = who as Member;
    const where = { workspaceId: who.workspace.id, tokenId: who.token?.id ?? "", key: once };
    const now = systemClock();
    const known = await takeKey(tx, member, once, null, now);
    if (known && known.status !== null) {
      const answer = { status: known.status, body: known.body ?? "" };
      return { ok: true, value: { kind: "answered", fingerprint: known.fingerprint ?? "", answer } };
    }
    const dead = new Date(now.getTime() - DEAD_MS);
    const ours =
      !known ||
      (await tx.apiAnswer.updateMany({ where: { ...where, askedAt: { lt: dead } }, data: { askedAt: now } }))
        .count > 0;
    if (!ours) return { ok: true, value: { kind: "in_progress" } };
    const finish = async (fingerprint: string, answer: KeptAnswer | null) => {
      await withWorkspace(key, DOOR, async (later, again) => {
        if (!answer) return later.apiAnswer.deleteMany({ where });
        await later.apiAnswer.updateMany({ where, data: { fingerprint } });
        return keepAnswer(later, again as Member, once, answer);
      });
    };
    return { ok: true, value: { kind: "ours", finish } };
  });
  if (!("outcome" in outcome)) return outcome;
  const { outcome: code, ...wait } = outcome;
  return { ...failed(code), ...wait };
}

/** Takes a key for long work of this scope; waits for whoever has it. */
export async function onceForLong(key: Key, once: string, scope: Scope): Promise<Result<LongOnce>> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look(key, once, scope);
    if (!seen.ok || seen.value.kind !== "in_progress" || Date.now() > until) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
