import "server-only";
import { cookies } from "next/headers";
import { settings } from "@/lib/env";

/** What opens a view with a passphrase again, for a short while and at its own address alone. */
const COOKIE = "view-proof";
const MINUTES = 30;

/** The proof this request brings for the view whose address was asked for; null for none. */
export async function broughtProof(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value ?? null;
}

/** Keeps a proof for the view below `path`, its table and its calendar. Scripts cannot read it. */
export async function keepProof(path: string, proof: string): Promise<void> {
  (await cookies()).set(COOKIE, proof, {
    path,
    httpOnly: true,
    // A click on the link in a mail brings it too; another site's form does not.
    sameSite: "lax",
    secure: settings().appUrl.startsWith("https:"),
    maxAge: MINUTES * 60,
  });
}
