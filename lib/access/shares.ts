import "server-only";
import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import { shareClient } from "@/lib/db/clients";
import { type Snapshot, snapshot } from "@/lib/domain/release/snapshot";
import { settings } from "@/lib/env";
import { countUse } from "./rate-limit";
import { hashShareToken, isShareToken, keyOf } from "./share-keys";

/** In which form a view was opened; the organisation sees it in its list of openings. */
export const SHARE_FORMATS = ["page", "print", "csv", "calendar", "list"] as const;
export type ShareFormat = (typeof SHARE_FORMATS)[number];

/** Who opens it (visitor(), or the person's id): counted within a day by a salted hash, never kept in clear. */
export type ShareReader = { visitor: string; format: ShareFormat };

/** What holds for a view beside what it says. `expiresOn`: the last day it can be opened. */
export type OpenView = { state: "open"; id: string; snapshot: Snapshot; expiresOn: string };

export type OpenedShare =
  | OpenView
  /** It wants its passphrase: see tryPassphrase(). */
  | { state: "passphrase" }
  /** Unknown, expired, stopped, or its organisation is suspended: which of them is not said. */
  | { state: "gone" }
  | { state: "too_many"; retryAfterSeconds: number };

const view = z
  .object({ id: z.string(), snapshot, expiresOn: z.string() })
  .transform((found): OpenView => ({ state: "open", ...found }));
const opened = z.object({ outcome: z.literal("open") }).and(view);
const gone = z.object({ outcome: z.literal("gone") });
const asks = z.object({ outcome: z.literal("passphrase"), salt: z.string() });
const unlocked = z.object({ outcome: z.literal("unlocked") });
const linkAnswer = z.union([opened, gone, asks]);
const passphraseAnswer = z.union([unlocked, gone, asks]);

/**
 * Within one day, the same for the same reader of a link or person, and different the next day. Sixteen bits: enough
 * to tell a few readers apart, too few to find out whose address it was made from.
 */
function readerHash(reader: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  return createHmac("sha256", settings().authSecret)
    .update(`reader ${day} ${reader}`)
    .digest("hex")
    .slice(0, 4);
}

function kept<T extends OpenView>({ state, id, snapshot: shown, expiresOn }: T): OpenView {
  return { state, id, snapshot: shown, expiresOn };
}

/** Without a format nothing is opened nor recorded: only whether the key fits is asked. */
async function knock(token: string, key: string | null, visitor: string, format: ShareFormat | null) {
  const [row] = await shareClient().$queryRaw<{ answer: unknown }[]>`
    SELECT open_share(${hashShareToken(token)}, ${key}, ${format}, ${readerHash(visitor, new Date())}) AS answer`;
  return row?.answer;
}

/** Opens a link and records that. Never throws for whatever the token is. Wrong ones are counted for each visitor. */
export async function openShare(
  token: string,
  reader: ShareReader,
  key: { proof?: string | null } = {},
): Promise<OpenedShare> {
  if (!isShareToken(token)) return miss(reader.visitor);
  const found = linkAnswer.parse(await knock(token, key.proof ?? null, reader.visitor, reader.format));
  if ("snapshot" in found) return kept(found);
  return found.outcome === "gone" ? miss(reader.visitor) : { state: "passphrase" };
}

export type TriedPassphrase =
  /** `proof`: what opens the link without the passphrase, for a cookie of this address only; null where it has none. */
  | { state: "unlocked"; proof: string | null }
  | { state: "wrong" }
  | { state: "gone" }
  | { state: "too_many"; retryAfterSeconds: number };

/** Tries a passphrase at a link without opening it: the page does that next. Guesses are counted for each link. */
export async function tryPassphrase(
  token: string,
  passphrase: string,
  visitor: string,
): Promise<TriedPassphrase> {
  if (!isShareToken(token)) return miss(visitor);
  const first = passphraseAnswer.parse(await knock(token, null, visitor, null));
  if (first.outcome === "gone") return miss(visitor);
  if (first.outcome === "unlocked") return { state: "unlocked", proof: null };
  const wait = await countUse("sharePassphrase", token);
  if (wait !== null) return { state: "too_many", retryAfterSeconds: wait };
  const proof = await keyOf(passphrase, first.salt);
  const second = passphraseAnswer.parse(await knock(token, proof, visitor, null));
  if (second.outcome === "unlocked") return { state: "unlocked", proof };
  return { state: second.outcome === "gone" ? "gone" : "wrong" };
}

async function miss(
  visitor: string,
): Promise<{ state: "gone" } | { state: "too_many"; retryAfterSeconds: number }> {
  const wait = await countUse("shareByVisitor", visitor);
  return wait === null ? { state: "gone" } : { state: "too_many", retryAfterSeconds: wait };
}

/**
 * Every view released to the address of whoever holds this session, by organisations of any workspace, latest first.
 * Null for a stranger. Records an opening ("list") of each.
 */
export async function findSharesFor(
  sessionHash: string | null,
  { visitor }: Omit<ShareReader, "format">,
): Promise<OpenView[] | null> {
  if (!sessionHash) return null;
  const [row] = await shareClient().$queryRaw<{ answer: unknown }[]>`
    SELECT shares_for(${sessionHash}, ${readerHash(visitor, new Date())}) AS answer`;
  return z.array(view).nullable().parse(row?.answer);
}

/** Opens one of them; "gone" for whatever is not released to that person. Null for a stranger. */
export async function openShareFor(
  sessionHash: string | null,
  id: string,
  { visitor, format }: ShareReader,
): Promise<OpenView | { state: "gone" } | null> {
  if (!sessionHash) return null;
  if (!z.uuid().safeParse(id).success) return { state: "gone" };
  const [row] = await shareClient().$queryRaw<{ answer: unknown }[]>`
    SELECT open_share_for(${sessionHash}, ${id}::uuid, ${format}, ${readerHash(visitor, new Date())}) AS answer`;
  const answer = z.union([opened, gone]).nullable().parse(row?.answer);
  if (answer === null) return null;
  return "snapshot" in answer ? kept(answer) : { state: "gone" };
}

/** A record's reference in one view: the same from release to release, different in every view, not to be turned back. */
export function referenceIn(shareId: string, id: string): string {
  const hash = createHash("sha256").update(`${shareId} ${id}`).digest("hex").slice(0, 16);
  return hash.replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));
}
