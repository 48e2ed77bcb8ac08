import { classes } from "./classes";
import type { Column } from "./data-table";

interface FigureTableProps<Row> {
  /** Says what the table holds; read out. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A small table of a name and a few short figures: stays a table on a phone, where cards would fill three screens. */
export function FigureTable<Row>({ caption, columns, rows, rowKey }: FigureTableProps<Row>) {
  const side = (column: Column<Row>) => column.align === "end" && "text-end";
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classes("figure-head", side(column))}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => {
              const Cell = column.main ? "th" : "td";
              return (
                <Cell
                  key={column.key}
                  scope={column.main ? "row" : undefined}
                  className={classes("figure-cell", side(column))}
                >
                  {column.cell(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
