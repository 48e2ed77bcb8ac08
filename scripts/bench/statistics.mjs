// What a heap of measured times says.

/** The value below which `part` (0…1) of the numbers lie: the nearest one that was measured. NaN of none. */
export function quantile(numbers, part) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.length === 0 ? Number.NaN : sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

/** Times in milliseconds, and the seconds of the slices they were measured in: { requests, perSecond, p50, p95 }. */
export function summarise({ times, seconds }) {
  return {
    requests: times.length,
    perSecond: seconds > 0 ? times.length / seconds : 0,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

/** How one does beside another: requests per second (more is better) and p95 (less is better), as ratios. */
export function compare(ours, floor) {
  return { throughput: ours.perSecond / floor.perSecond, p95: ours.p95 / floor.p95 };
}

/** A number with about three figures, for a table: 1234, 56.7, 8.90. */
export function figure(number) {
  if (!Number.isFinite(number)) return "–";
  return number.toFixed(number >= 100 ? 0 : number >= 10 ? 1 : 2);
}

/** Rows of texts as lines; the first column reads from the left, figures stand to the right. */
export function table(header, rows) {
  const all = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd();
  return [line(all[0]), widths.map((width) => "-".repeat(width)).join("  "), ...all.slice(1).map(line)].join(
    "\n",
  );
}

/**
 * One target: what was measured, what is asked for, and whether it is met.
 * @param {string} name
 * @param {number} measured
 * @param {{ least?: number, most?: number }} asked
 */
export function judge(name, measured, { least, most }) {
  const met = least !== undefined ? measured >= least : measured <= most;
  return { name, measured, target: least !== undefined ? `≥ ${least}` : `≤ ${most}`, met };
}
