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
          <tr key={rowKey(row)} role="row" className="data-row">
            {columns.map((column) => {
              const content = column.cell(row);
              const side = column.align === "end" && "data-figure";
              if (column.main)
                return (
                  <th key={column.key} role="rowheader" scope="row" className={classes("data-name", side)}>
                    {content}
                  </th>
                );
              return (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.act ? undefined : column.header}
                  className={classes("data-cell", side)}
                >
                  {typeof content === "string" ? content : <span className="min-w-0">{content}</span>}
                </td>
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
