import "server-only";
import type { Person } from "@/lib/access/person";
import { sessionHash } from "@/lib/access/session";
import { findSharesFor, type OpenView } from "@/lib/access/shares";

/** Every view released to the address of the person who is signed in, latest first. */
export async function findViews(person: Person): Promise<OpenView[]> {
  return (await findSharesFor(await sessionHash(), { visitor: person.id })) ?? [];
}
