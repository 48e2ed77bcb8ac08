import type { ReactNode } from "react";
import { DefinitionList } from "./definition-list";

type Field = { term: string; value: ReactNode; note?: string };

/** Every field of a record that is filled in; `missing` says which ones are not. */
export function RecordDetails({
  fields,
  missing,
}: {
  fields: readonly Field[];
  missing: (terms: string[]) => string;
}) {
  const empty = fields.filter(({ value }) => !value).map(({ term }) => term);
  return (
    <>
      <DefinitionList items={fields.filter(({ value }) => value)} layout="stacked" />
      {empty.length > 0 ? (
        <p className="border-line border-t pt-2 text-sm text-ink-2">{missing(empty)}</p>
      ) : null}
    </>
  );
}

/** Text that people wrote reads in its own direction. */
export function OwnWords({ children }: { children: string }) {
  return (
    <span dir="auto" className="wrap-anywhere">
      {children}
    </span>
  );
}
