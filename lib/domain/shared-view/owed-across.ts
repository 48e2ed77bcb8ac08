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
 * What is still owed across the views of many organisations, by public body, in the order of their names.
 * Organisations write a body's name in their own way: capitals and spaces make no difference.
 */
export function owedAcross(views: readonly View[]): OwedByBody[] {
  const bodies = new Map<string, OwedByBody>();
  for (const { id, snapshot } of views) {
    const { missing, ahead } = overviewOf(snapshot);
    for (const line of [...missing, ...ahead]) {
      const key = nameKey(line.body?.name ?? null);
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
  }
  return [...bodies.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

function nameKey(name: ReleasedText | null): string {
  return typeof name === "string" ? name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim() : "";
}
