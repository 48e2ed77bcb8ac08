import "server-only";
import { findPerson } from "@/lib/access/person";
import { sessionHash } from "@/lib/access/session";
import {
  type OpenedShare,
  type OpenView,
  openShare,
  openShareFor,
  type ShareFormat,
} from "@/lib/access/shares";
import { visitor } from "@/lib/access/visitor";
import { broughtProof } from "./proof-cookie";

/** Opens the view of a link, with the proof of its passphrase where this browser brings one. */
export async function openLink(token: string, format: ShareFormat): Promise<OpenedShare> {
  return openShare(token, { visitor: await visitor(), format }, { proof: await broughtProof() });
}

/** Opens a view released to whoever is signed in. Null for a stranger. */
export async function openReleased(
  id: string,
  format: ShareFormat,
): Promise<OpenView | { state: "gone" } | null> {
  const person = await findPerson();
  return person && openShareFor(await sessionHash(), id, { visitor: person.id, format });
}
