import { z } from "zod";
import { choice, optionalText, optionalUrl, plainDate, text, twoDecimals, wholeNumber } from "./fields";
import { notWords } from "./privacy/free-text";
import { readSearch } from "./public-body";
import { BODY_KINDS } from "./taxonomy";

/** The number of a page of a list. */
export const pageNumber = wholeNumber(1, 10_000).default(1);

/** The version a form was opened with: a record saved since then is a conflict. */
const version = wholeNumber(1, 1_000_000);

// ---- the directory of public bodies

/** `gss:E08000035`, `ods:RR8`, `police:west-yorkshire`, `hand:…` */
export const directoryId = notWords(
  z.string("not_found").regex(/^[a-z]+:[A-Za-z0-9-]{1,60}$/, "not_found"),
  "a key",
);

/** Which entries a list of the directory shows. */
export const DIRECTORY_STATES = ["current", "past", "merged"] as const;
export type DirectoryState = (typeof DIRECTORY_STATES)[number];

/** What stands in the address of a list: strings, or nothing. */
type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The page that an address asks for; the first for anything else. */
export function readPageNumber({ page }: Query): number {
  const asked = Number(page);
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
}

/** What part of the directory an address asks for. Whatever cannot be understood is left out. */
export function readDirectoryAddress(query: Query) {
  return {
    q: readSearch(query.q),
    kind: BODY_KINDS.find((kind) => kind === query.kind) ?? null,
    state: DIRECTORY_STATES.find((state) => state === query.state) ?? "current",
    page: readPageNumber(query),
  };
}

const directoryFields = {
  name: text(300),
  kind: choice(BODY_KINDS),
  nation: text(60),
  /** ONS code, ODS code… */
  code: optionalText(40).default(null),
  /** One to a line. */
  aliases: optionalText(4000).default(null),
};
export const newDirectoryBody = z.strictObject({ id: z.uuid("not_found"), ...directoryFields });
export const revisedDirectoryBody = z.strictObject({ id: directoryId, version, ...directoryFields });

/** Other names as they were typed, one to a line: tidied, each once, without the name itself. */
export function aliasesOf(typed: string | null, name: string): string[] {
  const seen = new Set([name.toLowerCase()]);
  return (typed ?? "")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => {
      const plain = line.toLowerCase();
      if (line === "" || seen.has(plain)) return false;
      seen.add(plain);
      return true;
    });
}

export const mergedBodies = z.strictObject({
  /** The entry that goes. */
  id: directoryId,
  /** The name or the key of the entry that stays. */
  into: text(300),
  /** Typed to confirm: the name of the entry that goes. */
  confirm: text(300),
});
export const endedBody = z.strictObject({
  id: directoryId,
  endedOn: plainDate,
  /** The name or the key of whoever takes over; nobody where it is empty. */
  successor: optionalText(300).default(null),
});

// ---- hourly rates

const rateFields = {
  country: z
    .string("required")
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "not_a_country"),
  currency: z
    .string("required")
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "not_a_currency"),
  validFromOn: plainDate,
  amount: twoDecimals(10_000).refine((amount) => amount > 0, "too_small"),
  source: text(300),
  sourceUrl: optionalUrl.default(null),
};
export const newRate = z.strictObject({ id: z.uuid("not_found"), ...rateFields });
export const revisedRate = z.strictObject({ id: z.uuid("not_found"), version, ...rateFields });

// ---- topics

/** A label ends up in the catalogue of messages, where these signs mean something. */
const label = text(80).refine((typed) => !/[{}<>]/.test(typed), "no_signs");
const topicFields = { name: label, nameAr: label };
export const topicKey = notWords(z.string("not_found").regex(/^[a-z][a-z0-9_]{1,59}$/, "not_found"), "a key");
export const newTopic = z.strictObject(topicFields);
export const renamedTopic = z.strictObject({ key: topicKey, version, ...topicFields });

/** A key for a new topic, from its English name: "Arts & crafts" → `arts_crafts`. */
export function keyForTopic(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 50);
  return plain.length > 1 ? plain : `topic_${plain || "new"}`;
}
