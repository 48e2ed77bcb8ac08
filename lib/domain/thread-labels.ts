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

interface Room {
  /** Width of the drawing, in px. */
  width: number;
  /** 1 where only the lanes beside the thread may be used, 2 where a second one may follow. */
  depth: 1 | 2;
  /** How far past its own edge a label may stand from its mark, in px; negative keeps the mark well inside. */
  slack: number;
  /** Free space between neighbours, in px. */
  gap: number;
  /** Labels from this rank on may be left out where there is no room. */
  optionalFrom: number;
}

interface Box {
  from: number;
  to: number;
}

/** Half the space kept free around the line that joins a mark with a label further out. */
const LEADER = 4;

const ARABIC = /\p{Script=Arabic}/u;

/** About how wide a text is at 13 px; a little generous, so that real fonts never collide. */
export function textWidth(text: string): number {
  return Math.ceil([...text].length * (ARABIC.test(text) ? 8 : 7.1));
}

const touches = (a: Box, b: Box) => a.from < b.to && b.from < a.to;

/**
 * Gives every label a place without overlaps: neither with each other nor with the lines that lead to those
 * further out. Answers null for the whole when one that may not be left out finds no room: the drawing then
 * numbers its marks instead.
 */
export function placeLabels(wishes: readonly LabelWish[], room: Room): LabelPlace[] | null {
  const taken = new Map<Lane, Box[]>();
  const inLane = (lane: Lane) => taken.get(lane) ?? [];
  const take = (lane: Lane, box: Box) => taken.set(lane, [...inLane(lane), box]);
  const places: LabelPlace[] = [];

  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    const near: Lane[] = wish.above ? [-1, 1] : [1, -1];
    const far: Lane[] = wish.above ? [-2, 2] : [2, -2];
    const leader = { from: wish.x - LEADER, to: wish.x + LEADER };
    let place: LabelPlace | null = null;
    for (const lane of room.depth === 2 ? [...near, ...far] : near) {
      const blocked = Math.abs(lane) === 2 && inLane(lane > 0 ? 1 : -1).some((box) => touches(box, leader));
      const x = blocked ? null : freeSpot(inLane(lane), wish, room);
      if (x === null) continue;
      place = { id: wish.id, x, lane };
      break;
    }
    if (!place && wish.rank >= room.optionalFrom) continue;
    if (!place) return null;
    take(place.lane, { from: place.x - wish.width / 2, to: place.x + wish.width / 2 });
    if (Math.abs(place.lane) === 2) take(place.lane > 0 ? 1 : -1, leader);
    places.push(place);
  }
  return places;
}

/** The middle nearest to the mark at which the label touches nothing and is still seen to belong to it, or null. */
function freeSpot(taken: readonly Box[], wish: LabelWish, { width, slack, gap }: Room): number | null {
  const half = wish.width / 2;
  const wanted = Math.min(width - half, Math.max(half, wish.x));
  const fits = (x: number) =>
    x - half >= 0 &&
    x + half <= width &&
    // At the very edges of a drawing a mark stands outside the label's middle anyway.
    (Math.abs(x - wish.x) <= half + slack || x === wanted) &&
    !taken.some((box) => touches(box, { from: x - half - gap, to: x + half + gap }));
  const candidates = [wanted, ...taken.flatMap((box) => [box.from - gap - half, box.to + gap + half])].filter(
    fits,
  );
  if (candidates.length === 0) return null;
  return candidates.reduce((best, x) => (Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best));
}
