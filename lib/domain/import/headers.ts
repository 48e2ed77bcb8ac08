import { cleanLine, comparable } from "@/lib/domain/import/text";

/**
 * The names by which a sheet's columns are spoken of: cleaned, a blank one is `Column 3`, and a
 * repeated one gets a number, `Notes (2)`, so that a mapping can mean exactly one column.
 */
export function uniqueHeaders(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cleanLine(cell).slice(0, 200) || `Column ${index + 1}`;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
}

/** A header as it is looked up among known names: no case or punctuation, no ending for English (`title_en`). */
export function headerKey(header: string): string {
  return comparable(header.replace(/\(\d+\)$/, "")).replace(/ (?:en|eng|english)$/, "");
}
