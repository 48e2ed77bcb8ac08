import { findIdentifiers } from "./find-identifiers";
import { isPublicBodyDomain } from "./public-body-domains";

/** Longer than words in addresses are, with digits and letters mixed: a key to somebody's own document. */
const KEY_LENGTH = 16;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Where people keep folders, meetings and groups of their own: the address alone lets one in. */
const OWN_PLACES = [
  "docs.google.com",
  "drive.google.com",
  "forms.gle",
  "goo.gl",
  "dropbox.com",
  "1drv.ms",
  "live.com",
  "sharepoint.com",
  "icloud.com",
  "wetransfer.com",
  "we.tl",
  "box.com",
  "airtable.com",
  "notion.so",
  "notion.site",
  "zoom.us",
  "teams.microsoft.com",
  "meet.google.com",
  "whatsapp.com",
  "wa.me",
  "t.me",
  "signal.group",
  "doodle.com",
  "bit.ly",
  "tinyurl.com",
];

/**
 * Whether a web address may be shown to people outside: one that anybody can open and that opens nothing by itself.
 * Refused: credentials, ports, machines inside a network, places where people keep folders and meetings of their own,
 * addresses that show who somebody is; and, away from public bodies' own sites, everything after "?" or "#" and any
 * part that looks like a key. Links of public bodies pass with their questions: their meetings cannot be named without.
 */
export function isPublicLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (!["http:", "https:"].includes(url.protocol) || url.username || url.password || url.port) return false;
  const host = url.hostname.replace(/\.$/, "");
  if (!isPublicHost(host) || OWN_PLACES.some((place) => host === place || host.endsWith(`.${place}`)))
    return false;
  if (findIdentifiers(decoded(address)).length > 0) return false;
  if (isPublicBodyDomain(host)) return true;
  return url.search === "" && url.hash === "" && !looksLikeKey(url.pathname);
}

function isPublicHost(host: string): boolean {
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || /^\d+$/.test(last) || host.startsWith("[")) return false;
  return !["local", "localhost", "internal", "lan", "home", "corp", "onion"].includes(last);
}

function looksLikeKey(path: string): boolean {
  if (UUID.test(path)) return true;
  return path.split(/[/.\-_+~]|%20/).some((part) => {
    if (!/\d/.test(part) || !/[a-z]/i.test(part)) return false;
    return part.length >= KEY_LENGTH || (part.length >= 8 && /[a-z]/.test(part) && /.[A-Z]/.test(part));
  });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
