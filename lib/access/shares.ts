import "server-only";
import type { Snapshot } from "@/lib/domain/release/snapshot";

/** In which form a view was opened; the organisation sees it in its list of openings. */
export type ShareFormat = "page" | "print" | "csv" | "calendar" | "list";

/** Who opens it: counted within a day by a salted hash, never kept in clear. */
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

/** Opens a link. Records the opening. Never throws for whatever the token or the passphrase is. */
export declare function openShare(
  token: string,
  reader: ShareReader,
  key?: { passphrase?: string | null; proof?: string | null },
): Promise<OpenedShare>;

/**
 * Every view released to the address of whoever holds this session, by organisations of any workspace, latest first.
 * Null for a stranger. Records an opening ("list") of each.
 */
export declare function findSharesFor(
  sessionHash: string | null,
  reader: Omit<ShareReader, "format">,
): Promise<OpenView[] | null>;

/** Opens one of them; "gone" for whatever is not released to that person. Null for a stranger. */
export declare function openShareFor(
  sessionHash: string | null,
  id: string,
  reader: ShareReader,
): Promise<OpenView | { state: "gone" } | null>;
