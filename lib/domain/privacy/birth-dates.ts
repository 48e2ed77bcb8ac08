import { Context, standingAlone, words } from "./context";
import type { Sighting } from "./identifier";

const WORD = "[\\p{L}\\p{M}]{3,15}\\.?";
const ORDINAL = "(?:st|nd|rd|th|er|re|º|ª|\\.)?";
/**
 * A day, month and year in any order. Beside *born*, any one or two words between day and year are taken
 * for a month, so that every language's months are known.
 */
const DATE = standingAlone(
  [
    "\\d{1,2} {0,2}[/.-] {0,2}\\d{1,2} {0,2}[/.-] {0,2}(?:\\d{4}|\\d{2})",
    "\\d{4} {0,2}[/.-] {0,2}\\d{1,2} {0,2}[/.-] {0,2}\\d{1,2}",
    "\\d{1,2} \\d{1,2} \\d{4}",
    "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d",
    `\\d{1,2}${ORDINAL} {0,2}(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?,? {0,2}['’]?\\d{2}`,
    `\\d{1,2}${ORDINAL}[ ,-]{0,2}(?:(?:of|de|do|di|d') ?)?${WORD}(?: ${WORD})?,?[ -]{0,2}(?:(?:de|del|do) )?\\d{4}`,
    `${WORD} {1,2}\\d{1,2}${ORDINAL},? {1,2}\\d{4}`,
  ].join("|"),
);

/** Words that may stand before the date, and some of them after it. */
const BORN = words([
  "(?:born|b\\.)",
  "birth ?(?:date|day)(?: is)?",
  "(?:date|day|place and date) of birth",
  "birth:",
  "d\\.? ?o\\.? ?b\\.?",
  "n[ée](?:\\(?e\\)?)? le",
  "naissance",
  "nacid[oa]",
  "nacimiento",
  "naci[óo]",
  "nascid[oa]",
  "nascimento",
  "nat[oa] il",
  "nascita",
  "geboren",
  "geburtsdatum",
  "geb\\.?",
  "urodzon[yae]",
  "urodzenia",
  "n[ăa]scut[ăa]?",
  "nașterii",
  "doğum\\p{L}{0,3}",
  "lindur",
  "datëlindja",
  "ji ?dayik ?b\\p{L}{1,3}",
  "dhashay",
  "dhalatay",
  "dhashatay",
  "dhalasho\\p{L}{0,4}",
  "народи(?:вся|лася|лся|лась)",
  "народження",
  "роди(?:лся|лась)",
  "рождения",
  "مواليد",
  "ميلاد",
  "مولود",
  "وُلد",
  "ولدت",
  "متولد",
  "تولد",
  "پیدائش",
  "پیدا",
  "زیږید",
  "زېږېد",
  "لەدایک",
  "ልደት",
  "የትውልድ",
  "ተወለደ",
  "ዝተወለደ",
  "জন্ম",
  "ਜਨਮ",
  "जन्म",
  "出生",
  "sinh ngày",
]);
/** "children born after 1 January 2017" sets a limit for many and says nothing of one. */
const A_LIMIT = words([
  "after",
  "before",
  "between",
  "since",
  "from",
  "until",
  "by",
  "apr[èe]s",
  "avant",
  "entre",
  "depuis",
  "après le",
  "بعد",
  "قبل",
  "بين",
]);
/** Letters and marks between the word and the date: "born in Aleppo on 4 March 1987". No digits, no new sentence. */
const BETWEEN = /^(?:[^\d\r\n.!?]|\.(?! ))*$/;
const REACH_BEFORE = 40;
const REACH_AFTER = 6;

export function findBirthDates(text: string): Sighting[] {
  const born = new Context(text, BORN);
  return [...text.matchAll(DATE)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    return isDate(match[0]) && isBeside(text, born, start, end)
      ? [{ kind: "date_of_birth", start, end }]
      : [];
  });
}

function isBeside(text: string, born: Context, start: number, end: number): boolean {
  const word = born.before(start, REACH_BEFORE);
  if (word !== null) {
    const between = text.slice(word, start);
    if (BETWEEN.test(between) && between.search(A_LIMIT) < 0) return true;
  }
  // "4/3/1987 (DOB)": brackets and marks alone may part them.
  const next = born.after(end, REACH_AFTER);
  return next !== null && /^[^\p{L}\d\r\n]*$/u.test(text.slice(end, next));
}

/** No number above 31 but the year. */
function isDate(written: string): boolean {
  const numbers = written.match(/\d+/g) ?? [];
  const small = numbers.filter((number) => number.length <= 2).map(Number);
  return small.filter((number) => number >= 1 && number <= 31).length >= Math.min(2, numbers.length - 1);
}
