import { findBirthDates } from "./birth-dates";
import { findEmails } from "./emails";
import { findBrps, findGwfs, findHomeOfficeReferences, findShareCodes, findUans } from "./home-office";
import type { Identifier, IdentifierKind, Sighting } from "./identifier";
import { findNationalInsurance, findNhsNumbers, findSaidNhsNumbers } from "./national-numbers";
import { findPassports } from "./passports";
import { findPhones } from "./phones";
import { findPostcodes } from "./postcodes";
import { hasUnseen, readable } from "./readable";

export interface IdentifierOptions {
  /** The text says where something takes place: a postcode belongs there. */
  venue?: boolean;
}

type Finder = (text: string) => Sighting[];

/**
 * Each with the fewest digits a text needs before it is worth asking: most texts are asked for little.
 * Where two overlap, the one named first here is reported: the more telling shapes before the looser ones.
 */
const FINDERS: readonly (readonly [find: Finder, fewestDigits: number])[] = [
  [findEmails, 0],
  [findUans, 16],
  [findGwfs, 8],
  [findNationalInsurance, 6],
  [findBirthDates, 4],
  [findBrps, 6],
  [findPassports, 5],
  [findHomeOfficeReferences, 6],
  [findShareCodes, 1],
  [findSaidNhsNumbers, 10],
  [findPhones, 7],
  [findNhsNumbers, 10],
  [findPostcodes, 1],
];

/** Without a digit or an "@" there is nothing to find. */
const WORTH_READING = /[@＠﹫\p{Nd}]|[([]at[)\]]/iu;
const DIGIT = /\p{Nd}/gu;
const WEB_ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;
/** Addresses that are a telephone number. */
const TELEPHONE_ADDRESS = /^(?:https?:\/\/)?(?:www\.)?(?:wa\.me|api\.whatsapp\.com|viber\.click)\//i;
/** Numbers in a web address are page and record numbers more often than these. */
const NOT_IN_WEB_ADDRESS = new Set<IdentifierKind>(["phone", "nhs_number", "postcode"]);

/**
 * What in `text` identifies a person: kinds and places in order, never overlapping, never the text itself.
 * Addresses of public bodies and numbers that anybody may print are let through. Reads any text in time
 * proportional to its length; throws nothing.
 */
export function findIdentifiers(text: string, options: IdentifierOptions = {}): Identifier[] {
  if (!WORTH_READING.test(text)) return [];
  const readings = [readingOf(text, "")];
  // An unseen character inside a number is dropped, one that parts a word from a number is a space: both are read.
  if (hasUnseen(text)) readings.push(readingOf(text, " "));
  const digits = text.match(DIGIT)?.length ?? 0;
  const finders = FINDERS.filter(([, fewest]) => digits >= fewest);
  const found = finders.flatMap(([find]) => readings.flatMap((reading) => reading(find)));
  return withoutOverlaps(text.length, found)
    .filter(({ kind, official }) => !official && !(options.venue && kind === "postcode"))
    .map(({ kind, start, end }) => ({ kind, start, end }));
}

/** Runs finders over one reading of the text and answers places in the original. */
function readingOf(original: string, unseen: "" | " "): (find: Finder) => Sighting[] {
  const { text, spanOf } = readable(original, unseen);
  const addresses = [...text.matchAll(WEB_ADDRESS)].filter(
    ({ 0: address }) => !TELEPHONE_ADDRESS.test(address),
  );
  return (find) =>
    find(text)
      .filter(({ kind, start }) => !(NOT_IN_WEB_ADDRESS.has(kind) && isInside(start, addresses)))
      .map((sighting) => ({ ...sighting, ...spanOf(sighting.start, sighting.end) }));
}

/** Binary search: is `at` within one of the ordered matches? */
function isInside(at: number, matches: readonly RegExpExecArray[]): boolean {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.index ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const last = matches[low - 1];
  return last !== undefined && at < last.index + last[0].length;
}

/** Keeps, of those that overlap, the one found first; answers them in order of place. */
function withoutOverlaps(length: number, found: readonly Sighting[]): Sighting[] {
  const taken = new Uint8Array(length);
  return found
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}
