import type { PlainDate } from "@/lib/domain/plain-date";
import type { ReleasedText, Snapshot } from "@/lib/domain/release/snapshot";
import { type OverviewLine, overviewOf } from "./overview";

/** What one view says is missing or lies ahead for one public body. */
export type OwedInView = {
  viewId: string;
  organisation: string;
  releasedOn: PlainDate;
  lines: OverviewLine[];
};
/** What a public body still owes, from every view that names it: late and missing first. */
export type OwedByBody = { body: ReleasedText | null; count: number; views: OwedInView[] };

type View = { id: string; snapshot: Snapshot };

/**
 * What is still owed across the views of many organisations, latest first, by public body, in the order of their names.
 * Organisations write a body's name in their own way: capitals and spaces make no difference. What several views of one
 * organisation say in the same words is one thing, and stands with the first of them.
 */
export function owedAcross(views: readonly View[]): OwedByBody[] {
  const bodies = new Map<string, OwedByBody>();
  const saidBefore = new Map<string, number>();
  for (const { id, snapshot } of views) {
    const saidHere = new Map<string, number>();
    const { missing, ahead } = overviewOf(snapshot);
    for (const line of [...missing, ...ahead]) {
      const key = nameKey(line.body?.name ?? null);
      const { state, title, on, whose } = line;
      const words = JSON.stringify([snapshot.organisation, key, state, title, on, whose]);
      const times = (saidHere.get(words) ?? 0) + 1;
      saidHere.set(words, times);
      if (times <= (saidBefore.get(words) ?? 0)) continue;
      const found: OwedByBody = bodies.get(key) ?? { body: line.body?.name ?? null, count: 0, views: [] };
      bodies.set(key, found);
      found.count += 1;
      let inView = found.views.find(({ viewId }) => viewId === id);
      if (!inView) {
        inView = {
          viewId: id,
          organisation: snapshot.organisation,
          releasedOn: snapshot.releasedOn,
          lines: [],
        };
        found.views.push(inView);
      }
      inView.lines.push(line);
    }
    for (const [words, times] of saidHere) saidBefore.set(words, Math.max(times, saidBefore.get(words) ?? 0));
  }
  return [...bodies.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

function nameKey(name: ReleasedText | null): string {
  return typeof name === "string" ? name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim() : "";
}
