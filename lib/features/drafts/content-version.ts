import "server-only";
import { createHash } from "node:crypto";

/** The version of a record without a number of its own: a fingerprint of what its form holds, in this order. */
export function contentVersion(content: Record<string, unknown>): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
