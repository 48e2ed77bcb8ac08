import type { ReactNode } from "react";
import { classes } from "./classes";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures line up at the end. */
  align?: "start" | "end";
  /** The cell that names the row; the heading of its card on a phone. */
  main?: boolean;
  /** What can be done about the row: it says so itself, and needs no label on a phone. */
  act?: boolean;
  /** Below the column on wider screens: a total, the axis of drawings. */
  foot?: ReactNode;
}

interface DataTableProps<Row> {
  /** Says what the table holds; read out, shown only with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/**
 * A table that becomes one card for each row on phones, every value with its label. The roles are written out
 * because browsers drop them when the display changes.
 */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table role="table" className="block w-full border-collapse text-start md:table">
      <caption className={showCaption ? "block pb-2 text-start font-semibold md:table-caption" : "sr-only"}>
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={classes(
                "border-b border-line-strong py-2 pe-4 align-bottom text-sm font-semibold text-ink-2 last:pe-0",
                column.align === "end" ? "text-end" : "text-start",
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="grid gap-3 md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="block rounded-md border border-line bg-card p-4 md:table-row md:rounded-none md:border-0 md:bg-transparent md:p-0"
          >
            {columns.map((column) => {
              const Cell = column.main ? "th" : "td";
              return (
                <Cell
                  key={column.key}
                  role={column.main ? "rowheader" : "cell"}
                  scope={column.main ? "row" : undefined}
                  className={classes(
                    "md:table-cell md:border-b md:border-line md:py-3 md:pe-4 md:align-top md:last:pe-0",
                    column.main
                      ? "block pb-2 text-start font-semibold"
                      : "flex flex-wrap justify-between gap-x-4 py-1 text-start font-normal",
                    column.align === "end" && "md:text-end",
                  )}
                >
                  {column.main || column.act ? null : (
                    <span aria-hidden="true" className="text-ink-2 md:hidden">
                      {column.header}
                    </span>
                  )}
                  {column.main ? column.cell(row) : <span className="min-w-0">{column.cell(row)}</span>}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
      {columns.some((column) => column.foot) ? (
        <tfoot role="rowgroup" className="hidden md:table-footer-group">
          <tr role="row">
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                className={classes("pt-2 pe-4 align-top last:pe-0", column.align === "end" && "text-end")}
              >
                {column.foot}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
