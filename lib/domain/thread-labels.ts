/** A label looking for room beside the mark at `x`. Lower `rank` chooses first. */
export interface LabelWish {
  id: string;
  x: number;
  /** Width of its longest line, in px. */
  width: number;
  rank: number;
  /** Looks for room above the thread first. */
  above?: boolean;
}

/** Where a label went: its middle, and the lane: 1 just below the thread, -1 just above, ±2 further out. */
export interface LabelPlace {
  id: string;
  x: number;
  lane: Lane;
}

export type Lane = 1 | -1 | 2 | -2;

const BELOW_FIRST: readonly Lane[] = [1, -1, 2, -2];
const ABOVE_FIRST: readonly Lane[] = [-1, 1, -2, 2];
const GAP = 10;
/** A label may stand this far from its mark before a further lane is better. */
const LONGEST_SHIFT = 40;

/** About how wide a text is at 13 px; a little generous, so that real fonts never collide. */
export function textWidth(text: string): number {
  return Math.ceil([...text].length * 7.1);
}

/**
 * Gives every label a place inside `width` without overlaps. Answers null for the whole when one finds no room:
 * the drawing then numbers its marks instead.
 */
export function placeLabels(wishes: readonly LabelWish[], width: number): LabelPlace[] | null {
  const taken = new Map<Lane, { from: number; to: number }[]>(BELOW_FIRST.map((lane) => [lane, []]));
  const places: LabelPlace[] = [];
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    const half = wish.width / 2;
    if (wish.width > width) return null;
    const wanted = Math.min(width - half, Math.max(half, wish.x));
    const spots = (wish.above ? ABOVE_FIRST : BELOW_FIRST).map((lane) => ({
      lane,
      x: freeSpot(taken.get(lane) ?? [], wanted, half, width),
    }));
    const place = spots.find((spot) => spot.x !== null && Math.abs(spot.x - wish.x) <= half + LONGEST_SHIFT);
    if (!place || place.x === null) return null;
    taken.get(place.lane)?.push({ from: place.x - half, to: place.x + half });
    places.push({ id: wish.id, x: place.x, lane: place.lane });
  }
  return places;
}

/** The middle nearest to `wanted` at which a label of `half` width touches nothing, or null. */
function freeSpot(
  taken: readonly { from: number; to: number }[],
  wanted: number,
  half: number,
  width: number,
): number | null {
  const candidates = [wanted, ...taken.flatMap((box) => [box.from - GAP - half, box.to + GAP + half])];
  const free = candidates.filter(
    (x) =>
      x - half >= 0 &&
      x + half <= width &&
      taken.every((box) => x + half + GAP <= box.from || x - half - GAP >= box.to),
  );
  if (free.length === 0) return null;
  return free.reduce((best, x) => (Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best));
}
