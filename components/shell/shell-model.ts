import type { ReactNode } from "react";
import type { PlaceKey, SecondaryKey } from "./places";

/** Everything the shell of a workspace is made from. */
export interface ShellModel {
  slug: string;
  orgName: string;
  /** The place this page belongs to; null for none of them. */
  current: PlaceKey | SecondaryKey | "log" | null;
  /** The places that exist and that this person may see, in order. No other is linked. */
  places: readonly PlaceKey[];
  secondary: readonly SecondaryKey[];
  counts?: Partial<Record<PlaceKey, number>>;
  /** Where the Log button leads; null for those who may not write. */
  logHref: string | null;
  /** The person's other organisations. */
  otherWorkspaces?: readonly { slug: string; name: string }[];
  /** Sign-out and the like: forms or links. */
  account?: ReactNode;
}
