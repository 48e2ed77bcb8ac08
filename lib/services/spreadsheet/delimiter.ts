const CANDIDATES = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/**
 * The character that parts the cells of a CSV: the one that splits the first records into the most,
 * and most alike, cells. A comma when there is only one column.
 * @param sample the start of the file, cut anywhere
 */
export function detectDelimiter(sample: string): Delimiter {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = cellCounts(sample, candidate);
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    let score = 0;
    // Records that agree on a width count for it; a width of one says nothing.
    for (const [width, records] of tally) {
      if (width > 1) score = Math.max(score, (records / counts.length) * Math.min(width, 50));
    }
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Cells per record for the first fifty whole records, as `delimiter` would part them; blank records are left out. */
function cellCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let quoted = false;
  let cellStart = true;
  let count = 1;
  let blank = true;
  for (let at = 0; at < sample.length && counts.length < 50; at += 1) {
    const character = sample[at];
    if (quoted) {
      if (character === '"') {
        if (sample[at + 1] === '"') at += 1;
        else quoted = false;
      }
    } else if (character === '"' && cellStart) {
      quoted = true;
      cellStart = false;
      blank = false;
    } else if (character === delimiter) {
      count += 1;
      cellStart = true;
      blank = false;
    } else if (character === "\n" || character === "\r") {
      if (!blank) counts.push(count);
      count = 1;
      cellStart = true;
      blank = true;
    } else {
      cellStart = false;
      blank = false;
    }
  }
  if (!blank && counts.length === 0) counts.push(count);
  return counts;
}
