import { readable } from "./readable";

/** Latin letters and digits next to a pattern make it part of something else; other scripts may touch it. */
const NOT_AFTER = "(?<![\\p{sc=Latin}\\d])";
const NOT_BEFORE = "(?![\\p{sc=Latin}\\d])";

/** A pattern that stands alone, ignoring case, for `matchAll`. Its repetitions must be bounded. */
export function standingAlone(pattern: string, flags = "giu"): RegExp {
  return new RegExp(`${NOT_AFTER}(?:${pattern})${NOT_BEFORE}`, flags);
}

/** The same for digits only: not a piece of a longer figure, sum, code or date either ("1,234,567,890", "978-0…"). */
export function digitsAlone(pattern: string): RegExp {
  return standingAlone(`(?<!\\d[.,/-])(?:${pattern})(?![.,/-]\\d)`);
}

/**
 * A pattern of words that say what a number is. Words of Latin, Greek and Cyrillic script stand alone;
 * those of other scripts may carry an article or an ending.
 */
export function words(list: readonly string[]): RegExp {
  const alone: string[] = [];
  const anywhere: string[] = [];
  for (const word of list) {
    const folded = readable(word).text;
    (/[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(folded) ? alone : anywhere).push(folded);
  }
  const patterns = [`(?<![\\p{L}\\p{M}\\d-])(?:${alone.join("|")})(?![\\p{L}\\p{M}])`, ...anywhere];
  return new RegExp(patterns.join("|"), "giu");
}

/** "2019-2020", "2019 2020 2021 2022", "2026-03-04", "04.03.2026", "20260304": years and dates, whatever stands beside them. */
export function isYearsOrDate(written: string): boolean {
  return YEARS_OR_DATE.test(written.trim());
}

const YEAR = "(?:19|20)\\d\\d";
const YEARS_OR_DATE = new RegExp(
  `^(?:${YEAR}(?: ?[ /-] ?${YEAR}){1,3}|${YEAR}${YEAR}|${YEAR}[ ./-]\\d{1,2}[ ./-]\\d{1,2}|` +
    `\\d{1,2}[ ./-]\\d{1,2}[ ./-]${YEAR}|${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))$`,
);

/** Where words stand in a text: looked for at the first question, then answered by binary search. */
export class Context {
  private known: { start: number; end: number }[] | null = null;

  constructor(
    private readonly text: string,
    private readonly pattern: RegExp,
  ) {}

  private get spans(): { start: number; end: number }[] {
    this.known ??= [...this.text.matchAll(this.pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    return this.known;
  }

  /** End of the last word that ends at most `reach` characters before `start`; null without one. */
  before(start: number, reach: number): number | null {
    const word = this.spans[this.countUntil(start) - 1];
    return word && start - word.end <= reach ? word.end : null;
  }

  /** Start of the first word that begins at most `reach` characters after `end`; null without one. */
  after(end: number, reach: number): number | null {
    let index = this.countUntil(end);
    while ((this.spans[index]?.start ?? end) < end) index += 1;
    const word = this.spans[index];
    return word && word.start - end <= reach ? word.start : null;
  }

  beside(start: number, end: number, reach = 40): boolean {
    return this.before(start, reach) !== null || this.after(end, reach) !== null;
  }

  /** How many words end at or before `at`. */
  private countUntil(at: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
