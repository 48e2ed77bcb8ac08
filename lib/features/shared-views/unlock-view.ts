import "server-only";
import { tryPassphrase } from "@/lib/access/shares";
import { visitor } from "@/lib/access/visitor";
import { keepProof } from "./proof-cookie";

/** The longest passphrase that is looked at, in characters. */
const LONGEST = 200;

/**
 * Tries a passphrase at a view's link and keeps the proof in a cookie of that address when it is right.
 * Answers the path to go to: the view's own, with what went wrong as a code where something did.
 */
export async function unlockView(token: string, typed: FormDataEntryValue | null): Promise<string> {
  const path = `/shared/${encodeURIComponent(token)}`;
  const passphrase = typeof typed === "string" ? typed : "";
  if (passphrase.trim() === "") return `${path}?problem=required`;
  const tried = await tryPassphrase(token, passphrase.slice(0, LONGEST), await visitor());
  if (tried.state === "wrong") return `${path}?problem=wrong`;
  if (tried.state === "too_many")
    return `${path}?problem=too_many_requests&minutes=${Math.ceil(tried.retryAfterSeconds / 60)}`;
  if (tried.state === "unlocked" && tried.proof) await keepProof(path, tried.proof);
  return path;
}
