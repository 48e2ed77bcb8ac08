import "server-only";
import { openShare } from "@/lib/access/shares";
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
  const opened = await openShare(
    token,
    { visitor: await visitor(), format: "page" },
    { passphrase: passphrase.slice(0, LONGEST) },
  );
  if (opened.state === "passphrase") return `${path}?problem=wrong`;
  if (opened.state === "too_many")
    return `${path}?problem=too_many_requests&minutes=${Math.ceil(opened.retryAfterSeconds / 60)}`;
  if (opened.state === "open" && opened.proof) await keepProof(path, opened.proof);
  return path;
}
