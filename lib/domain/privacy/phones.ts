import { findPhoneNumbersInText, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { Context, digitsAlone, isYearsOrDate, words } from "./context";
import type { Sighting } from "./identifier";

/** Stretches that could hold a number, so that the library reads them and not whole pages. */
const STRETCH = /[+(\d][\d+()[\]./ -]*/g;
const FEWEST_DIGITS = 7;
/**
 * The library needs up to 50 µs a character where nothing but digits stands. Prose never has this many
 * characters of numbers; past them, the shapes below decide alone.
 */
const MOST_READ_BY_LIBRARY = 4000;

/** UK mobile numbers by shape: the library refuses ranges not in use, such as Ofcom's for plays (07700 900…). */
const UK_BY_SHAPE = digitsAlone(
  "(?:(?:\\+|00)? ?44[ .-]{0,2}(?:\\(0\\))?|\\(?0)[ .-]{0,2}(?:7(?:[ .()/-]{0,2}\\d){9}|1632[ )-]{0,2}960[ -]?\\d{3})",
);
/** A plus and eight to fifteen digits. */
const INTERNATIONAL = digitsAlone("\\+[1-9](?:[ .()/-]{0,3}\\d){7,14}");
/** A British number in any groups; asked only past what the library reads, since a date with a time can look so. */
const BRITISH = digitsAlone("\\(?0(?:[ .()-]{0,2}\\d){9,10}");
/** North American numbers, where a default region of GB would not see them. */
const NORTH_AMERICAN = digitsAlone(
  "(?:\\+?1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[.-])[2-9]\\d{2}[ .-]\\d{4}",
);
/** Any number of 7 to 15 digits, where a word says that it is a telephone. */
const ANY_NUMBER = digitsAlone("\\+?\\(?\\d(?:[ .()/-]{0,2}\\d){6,14}");
const TELEPHONE_WORDS = words([
  "tel",
  "tele?phone",
  "phone",
  "mobile",
  "mob",
  "cell(?:phone)?",
  "whats ?app",
  "viber",
  "imo",
  "contact (?:no|number)",
  "my (?:\\p{L}{1,20} ){0,2}number",
  "t[ée]l[ée]phone",
  "t[ée]l",
  "tel[ée]fono",
  "m[óo]vil",
  "celular",
  "telefone",
  "telem[óo]vel",
  "telefon\\p{L}{0,3}",
  "handy",
  "numri",
  "taleefan\\p{L}{0,3}",
  "telefoon\\p{L}{0,3}",
  "телефон\\p{L}{0,3}",
  "тел",
  "моб\\p{L}{0,8}",
  "هاتف",
  "جوال",
  "موبايل",
  "محمول",
  "تلفون",
  "واتس ?اب",
  "تلفن",
  "موبایل",
  "همراه",
  "فون",
  "موبائل",
  "تیلیفون",
  "ټلیفون",
  "ስልክ",
  "ስልኪ",
  "ቴሌፎን",
  "ফোন",
  "মোবাইল",
  "ਫੋਨ",
  "फ़?ोन",
  "电话",
  "手机",
  "điện thoại",
]);

/** These mean a telephone only when the number follows at once: "call for proposals 2023". */
const CALL_WORDS = words(["(?:call|ring|text|message)(?: (?:me|us|her|him|them|you))?(?: (?:on|at))?"]);
/** A fax machine stands in an office; "tel/fax" is a telephone. */
const FAX_WORDS = words(["fax", "t[ée]l[ée]c(?:opieur|opie)?", "faks", "факс", "فاكس", "فکس"]);
const TO_THE_NUMBER = /^[^\p{L}\d]{0,4}(?:(?:to|at|no|number|au|nr)[^\p{L}\d]{1,3})?$/u;

/** Up to three short words may stand between: "my phone number here is …". */
const SHORT_WAY = /^[^\p{L}\d]{0,6}(?:\p{L}{1,10}[^\p{L}\d]{1,4}){0,3}$/u;

/**
 * Telephone numbers, GB where no country is given. Official are those no home has: helplines and other
 * numbers of organisations (UK 03, 08 and 09, free and shared-cost numbers of any country), and fax numbers. Emergency and
 * short numbers (999, 112, 111, 101, 105, 116 123) have too few digits to be looked at. Area numbers
 * (020, 0113 …) are reported even where an office has them: a home's looks the same.
 */
export function findPhones(text: string): Sighting[] {
  const telephone = new Context(text, TELEPHONE_WORDS);
  const fax = new Context(text, FAX_WORDS);
  const found = [
    ...fromLibrary(text, telephone),
    ...byShape(text),
    ...byContext(text, telephone, new Context(text, CALL_WORDS)),
  ];
  return found.map((one) => (isFax(text, one, fax, telephone) ? { ...one, official: true } : one));
}

function isFax(text: string, { start, end }: Sighting, fax: Context, telephone: Context): boolean {
  const before = fax.before(start, 14);
  if (before !== null && TO_THE_NUMBER.test(text.slice(before, start)))
    return telephone.before(before, 12) === null;
  const after = fax.after(end, 3);
  return after !== null && /^ ?\($/.test(text.slice(end, after));
}

function fromLibrary(text: string, telephone: Context): Sighting[] {
  const found: Sighting[] = [];
  let read = 0;
  for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
    if (digitsOf(stretch).length < FEWEST_DIGITS) continue;
    // A character on either side lets the library see a letter or a currency sign that rules the number out.
    const from = Math.max(0, index - 1);
    const window = text.slice(from, index + Math.min(stretch.length, MOST_READ_BY_LIBRARY - read) + 1);
    for (const { startsAt, endsAt, number } of findPhoneNumbersInText(window, { defaultCountry: "GB" })) {
      const start = from + startsAt;
      const end = from + endsAt;
      // The digits after a decimal point are no number of their own.
      if (/\d[.,]$/.test(text.slice(Math.max(0, start - 2), start))) continue;
      if (isWrittenAsPhone(text.slice(start, end)) || telephone.before(start, 25) !== null)
        found.push(sighting(start, end, isOfficial(number)));
    }
    read += stretch.length;
    if (read >= MOST_READ_BY_LIBRARY) return [...found, ...validOnes(text.matchAll(BRITISH), "GB")];
  }
  return found;
}

/** Ten digits alone may be anything: a national number starts with 0 (or the 7 that a spreadsheet left of 07). */
function isWrittenAsPhone(written: string): boolean {
  return /^(?:\+|\(?0|44\d{10}$|7[1-9]\d{8}$)/.test(written);
}

function byShape(text: string): Sighting[] {
  const british = [...text.matchAll(UK_BY_SHAPE)].map((match) => sightingOf(match, false));
  const american = validOnes(text.matchAll(NORTH_AMERICAN), "US");
  return [...british, ...american, ...validOnes(text.matchAll(INTERNATIONAL))];
}

function validOnes(matches: Iterable<RegExpExecArray>, region?: "GB" | "US"): Sighting[] {
  return [...matches].flatMap((match) => {
    const number = parsePhoneNumberFromString(match[0], region);
    return number?.isValid() ? [sightingOf(match, isOfficial(number))] : [];
  });
}

function byContext(text: string, telephone: Context, call: Context): Sighting[] {
  return [...text.matchAll(ANY_NUMBER)].flatMap((match) => {
    const word = telephone.before(match.index, 30);
    const said = word !== null && SHORT_WAY.test(text.slice(word, match.index));
    if (!said && call.before(match.index, 3) === null) return [];
    // "mobile clinic, 1200300 people": seven bare digits are a count.
    if (/^[1-9]\d{6}$/.test(match[0]) || isYearsOrDate(match[0])) return [];
    return [sightingOf(match, isBritishOfficial(digitsOf(match[0])))];
  });
}

function isOfficial(number: PhoneNumber): boolean {
  const type = number.getType();
  if (type === "TOLL_FREE" || type === "UAN" || type === "SHARED_COST" || type === "PREMIUM_RATE")
    return true;
  return number.countryCallingCode === "44" && isBritishOfficial(`0${number.nationalNumber}`);
}

/** 03, 08 and 09 belong to organisations; eight digits with 03 are somebody's number in Lebanon. */
function isBritishOfficial(digits: string): boolean {
  return /^(?:0[389]\d{9}|0800\d{6}|08001111|084546\d{1,2})$/.test(digits);
}

function digitsOf(written: string): string {
  return written.replace(/\D/g, "");
}

function sightingOf(match: RegExpExecArray, official: boolean): Sighting {
  return sighting(match.index, match.index + match[0].length, official);
}

function sighting(start: number, end: number, official: boolean): Sighting {
  return { kind: "phone", start, end, ...(official && { official }) };
}
