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
  /** `proof`: what opens it again without the passphrase (for a cookie of this address only); null where it has none. */
  | (OpenView & { proof: string | null })
  /** It wants its passphrase; `wrong`: the one given was not it. */
  | { state: "passphrase"; wrong: boolean }
  /** Unknown, expired, stopped, or its organisation is suspended: which of them is not said. */
  | { state: "gone" }
  | { state: "too_many"; retryAfterSeconds: number };

const view = z
  .object({ id: z.string(), snapshot, expiresOn: z.string() })
  .transform((found): OpenView => ({ state: "open", ...found }));
const opened = z.object({ outcome: z.literal("open") }).and(view);
const gone = z.object({ outcome: z.literal("gone") });
const asks = z.object({ outcome: z.literal("passphrase"), salt: z.string() });
const linkAnswer = z.union([opened, gone, asks]);

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

async function knock(token: string, key: string | null, { visitor, format }: ShareReader) {
  const [row] = await shareClient().$queryRaw<{ answer: unknown }[]>`
    SELECT open_share(${hashShareToken(token)}, ${key}, ${format}, ${readerHash(visitor, new Date())}) AS answer`;
  return linkAnswer.parse(row?.answer);
}

/**
 * Opens a link and records that. Never throws for whatever the token or the passphrase is. Wrong tokens are counted for
 * each visitor, guesses of a passphrase for each link.
 */
export async function openShare(
  token: string,
  reader: ShareReader,
  key: { passphrase?: string | null; proof?: string | null } = {},
): Promise<OpenedShare> {
  if (!isShareToken(token)) return miss(reader);
  const first = await knock(token, key.proof ?? null, reader);
  if ("snapshot" in first) return { ...kept(first), proof: key.proof ?? null };
  if (first.outcome === "gone") return miss(reader);
  if (!key.passphrase) return { state: "passphrase", wrong: false };
  const wait = await countUse("sharePassphrase", token);
  if (wait !== null) return { state: "too_many", retryAfterSeconds: wait };
  const proof = await keyOf(key.passphrase, first.salt);
  const second = await knock(token, proof, reader);
  if ("snapshot" in second) return { ...kept(second), proof };
  return second.outcome === "gone" ? { state: "gone" } : { state: "passphrase", wrong: true };
}

async function miss({ visitor }: ShareReader): Promise<OpenedShare> {
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
  return createHash("sha256").update(`${shareId} ${id}`).digest("hex").slice(0, 16);
}
