import type { ReactNode } from "react";

interface DefinitionListProps {
  items: readonly {
    term: string;
    value: ReactNode /** What stands small below the value: whose date it is. */;
    note?: ReactNode;
  }[];
  /** Side by side needs room; `stacked` puts each value below its term. */
  layout?: "rows" | "stacked";
}

/** Labelled values. */
export function DefinitionList({ items, layout = "rows" }: DefinitionListProps) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item) => (
        <div
          key={item.term}
          className={
            layout === "rows" ? "grid gap-x-6 py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]" : "py-2"
          }
        >
          <dt className="text-ink-2">{item.term}</dt>
          <dd className="min-w-0">
            {item.value}
            {item.note ? <span className="block text-sm text-ink-2">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
