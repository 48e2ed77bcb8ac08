import { Context, digitsAlone, standingAlone, words } from "./context";
import type { IdentifierKind, Sighting } from "./identifier";

const GAP = "[ .-]{0,2}";
const PART = "[ .-]{1,2}";

/**
 * HMRC's form: first letter not D F I Q U V, second not those nor O, some pairs never given out,
 * six digits, A to D. The digits stand together or in equal groups, so that "SA-2016-01A" is none.
 * QQ is never given out, but people write it in place of their own letters. The last letter may be missing where words say what it is.
 */
const NINO_START =
  "(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])" +
  `${GAP}(?:\\d{6}|\\d{2}${PART}\\d{2}${PART}\\d{2}|\\d{3}${PART}\\d{3})`;
const NINO = standingAlone(`${NINO_START}${GAP}[A-D]`);
const NINO_WITHOUT_SUFFIX = standingAlone(NINO_START);
const NINO_WORDS = words(["national insurance", "nino", "n\\.?i\\.? ?(?:no|num|number)?"]);

const TEN_DIGITS = digitsAlone("\\d{3}[ -]{0,2}\\d{3}[ -]{0,2}\\d{4}");
const NHS_WORDS = words(["nhs", "chi (?:no|number)", "health (?:and|&) care (?:no|number)"]);
/** Also sees the groups of other habits, where words say what it is. */
const TEN_DIGITS_ANYHOW = digitsAlone("\\d(?:[ .-]{0,2}\\d){9}");

export function findNationalInsurance(text: string): Sighting[] {
  const context = new Context(text, NINO_WORDS);
  const said = (match: RegExpExecArray) => context.beside(match.index, match.index + match[0].length);
  return [
    ...sightings("national_insurance", text.matchAll(NINO)),
    ...sightings("national_insurance", text.matchAll(NINO_WITHOUT_SUFFIX), said),
  ];
}

/** Ten digits, together or 3-3-4, that pass the check. */
export function findNhsNumbers(text: string): Sighting[] {
  return sightings("nhs_number", text.matchAll(TEN_DIGITS), checks);
}

/** Ten digits in any groups that pass the check, beside words that say what they are. */
export function findSaidNhsNumbers(text: string): Sighting[] {
  const context = new Context(text, NHS_WORDS);
  return sightings(
    "nhs_number",
    text.matchAll(TEN_DIGITS_ANYHOW),
    (match) => context.beside(match.index, match.index + match[0].length) && checks(match),
  );
}

function checks(match: RegExpExecArray): boolean {
  return hasNhsCheckDigit(match[0].replace(/\D/g, ""));
}

/** The tenth digit is the check digit of the first nine (weights 10 to 2, modulo 11). */
export function hasNhsCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Matches as sightings, those alone that `keep` accepts. */
export function sightings(
  kind: IdentifierKind,
  matches: Iterable<RegExpExecArray>,
  keep: (match: RegExpExecArray) => boolean = () => true,
): Sighting[] {
  return [...matches]
    .filter(keep)
    .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}
