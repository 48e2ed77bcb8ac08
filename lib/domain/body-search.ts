/** A name that can be found, and what else it is called. */
export type Named = { name: string; aliases?: readonly string[] };

/** How a query was met; earlier ones first. */
const GRADES = ["same", "starts", "words", "alias", "inside", "misspelt"] as const;
type Grade = (typeof GRADES)[number];

/** A name as it is compared: small letters, no accents, no punctuation, "&" as "and", one space between words. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The fewest keystrokes between two words, a swap of neighbours being one; more than `most` counts as `most + 1`. */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}

/** How many slips a word of this length may hold and still be meant: none in short ones. */
function slipsAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

// The last word may still be being typed: its beginning counts too.
function misspells(typed: string, words: readonly string[], last: boolean): boolean {
  const most = slipsAllowed(typed);
  return words.some(
    (word) =>
      slips(typed, word, most) <= most ||
      (last && word.length > typed.length && slips(typed, word.slice(0, typed.length), most) <= most),
  );
}

function gradeOf(query: string, name: string, aliases: readonly string[]): Grade | null {
  if (name === query) return "same";
  if (name.startsWith(query)) return "starts";
  const typed = query.split(" ");
  const words = name.split(" ");
  if (typed.every((part) => words.some((word) => word.startsWith(part)))) return "words";
  if (aliases.some((alias) => alias.startsWith(query))) return "alias";
  if (query.length > 2 && (name.includes(query) || aliases.some((alias) => alias.includes(query))))
    return "inside";
  const meant = (whole: readonly string[]) =>
    typed.every((part, index) => misspells(part, whole, index === typed.length - 1));
  return [words, ...aliases.map((alias) => alias.split(" "))].some(meant) ? "misspelt" : null;
}

/** A name made ready to be searched: what never changes between two searches is worked out once. */
export type Ready<T> = { one: T; name: string; aliases: readonly string[] };

export function readyToSearch<T extends Named>(all: readonly T[]): Ready<T>[] {
  return all.map((one) => ({ one, name: plainName(one.name), aliases: (one.aliases ?? []).map(plainName) }));
}

/**
 * The names that a query may mean, best first: the name itself, its beginning, the beginnings of its words, another
 * name, a part of one, and at last misspellings. Equally good ones stay in the order they came in. At most `most`.
 */
export function searchNames<T>(query: string, all: readonly Ready<T>[], most: number): T[] {
  const plain = plainName(query);
  if (plain === "") return [];
  const graded = all.flatMap(({ one, name, aliases }) => {
    const grade = gradeOf(plain, name, aliases);
    return grade ? [{ one, rank: GRADES.indexOf(grade) }] : [];
  });
  return graded
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}
