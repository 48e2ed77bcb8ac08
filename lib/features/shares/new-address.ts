import "server-only";
import { cookies } from "next/headers";
import {
  hashKey,
  hashShareToken,
  isShareToken,
  keyOf,
  newPassphrase,
  newSalt,
  newShareToken,
} from "@/lib/access/share-keys";
import { settings } from "@/lib/env";

// A link's address is kept nowhere, so its owner is shown it once: it waits for them for five minutes in a cookie that
// no script can read and that is sent to this share's page alone.

const COOKIE = "followthrough-new-address";
const SECONDS = 300;

type Place = { slug: string; id: string };

function placeOf(formData: FormData): Place {
  return { slug: String(formData.get("_workspace") ?? ""), id: String(formData.get("id") ?? "") };
}

function pathOf({ slug, id }: Place): string {
  return `/w/${encodeURIComponent(slug)}/shares/${encodeURIComponent(id)}`;
}

async function remember(place: Place, value: string, maxAge: number): Promise<void> {
  (await cookies()).set(COOKIE, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: settings().appUrl.startsWith("https:"),
    path: pathOf(place),
    maxAge,
  });
}

/** Makes an address and a passphrase, puts their hashes into the form, and keeps both for the share's page. */
export async function mintAddress(formData: FormData): Promise<void> {
  const token = newShareToken();
  const passphrase = newPassphrase();
  const salt = newSalt();
  formData.set("tokenHash", hashShareToken(token));
  formData.set("passphraseSalt", salt);
  formData.set("passphraseHash", hashKey(await keyOf(passphrase, salt)));
  await remember(placeOf(formData), `${token}.${passphrase}`, SECONDS);
}

/** This device forgets the address; answers the share's page. */
export async function forgetAddress(formData: FormData): Promise<string> {
  const place = placeOf(formData);
  await remember(place, "", 0);
  return pathOf(place);
}

/** The address that waits to be shown; it need not be the one that works. */
export async function waitingAddress(): Promise<{
  tokenHash: string;
  address: string;
  passphrase: string;
} | null> {
  const [token = "", passphrase = ""] = ((await cookies()).get(COOKIE)?.value ?? "").split(".");
  if (!isShareToken(token)) return null;
  return { tokenHash: hashShareToken(token), address: `${settings().appUrl}/shared/${token}`, passphrase };
}
