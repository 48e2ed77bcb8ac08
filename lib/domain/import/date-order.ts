import { type DateOptions, READABLE_ORDERS, type ReadableOrder, readDate } from "@/lib/domain/import/dates";

/**
 * What the dates of a sheet say about their own order.
 * `empty`: there is no date to judge. `ambiguous`: ask; `example` reads differently in each of `orders`.
 * `contradictory`: no one order reads them all; the examples exclude each other.
 */
export type DateOrderFinding =
  | { readonly kind: "empty" }
  | { readonly kind: "order"; readonly order: ReadableOrder }
  | { readonly kind: "ambiguous"; readonly orders: readonly ReadableOrder[]; readonly example: string }
  | { readonly kind: "contradictory"; readonly examples: readonly string[] };

export interface DateOrderDetector {
  /** Takes one cell of a date column; blanks and what is no date in any order are left out. */
  add(cell: string): void;
  finding(): DateOrderFinding;
}

/**
 * Judges the order of a sheet's dates cell by cell, in constant memory, so that a whole file can be
 * fed to it: one `25/03/2026` on row 9,000 settles what the first hundred rows leave open.
 */
export function dateOrderDetector(options: DateOptions = {}): DateOrderDetector {
  let possible: readonly ReadableOrder[] = READABLE_ORDERS;
  let seen = false;
  // For each pair of orders, a cell they read differently; while both stay possible, that is the question to ask.
  const differing = new Map<string, string>();
  // For each order, a cell that rules it out.
  const against = new Map<ReadableOrder, string>();

  return {
    add(cell) {
      const text = cell.trim();
      if (!text) return;
      const readings = READABLE_ORDERS.map((order) => {
        const reading = readDate(text, order, options);
        return { order, date: "date" in reading ? reading.date : null };
      });
      if (readings.every(({ date }) => date === null)) return;
      seen = true;
      for (const { order, date } of readings) {
        if (date === null && !against.has(order)) against.set(order, text);
        for (const other of readings) {
          if (date === null || other.date === null || date === other.date) continue;
          const pair = `${order}/${other.order}`;
          if (!differing.has(pair)) differing.set(pair, text);
        }
      }
      possible = possible.filter((order) => !against.has(order));
    },
    finding() {
      if (!seen) return { kind: "empty" };
      const [first, ...rest] = possible;
      if (!first) return { kind: "contradictory", examples: [...new Set(against.values())] };
      // All that are left read every sample; where two of them differ on one, the first differs from one of the two.
      for (const other of rest) {
        const example = differing.get(`${first}/${other}`);
        if (example) return { kind: "ambiguous", orders: possible, example };
      }
      return { kind: "order", order: first };
    },
  };
}

/** The order of the dates in `samples`, as `dateOrderDetector` finds it. */
export function detectDateOrder(samples: Iterable<string>, options: DateOptions = {}): DateOrderFinding {
  const detector = dateOrderDetector(options);
  for (const sample of samples) detector.add(sample);
  return detector.finding();
}
