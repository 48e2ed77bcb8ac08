import type { Column } from "./data-table";

interface FigureTableProps<Row> {
  /** Says what the table holds; read out. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

const EDGE = "border-b py-2 ps-3 first:ps-0";

/** A small table of a name and a few short figures: stays a table on a phone, where cards would fill three screens. */
export function FigureTable<Row>({ caption, columns, rows, rowKey }: FigureTableProps<Row>) {
  const side = (column: Column<Row>) => (column.align === "end" ? "text-end" : "text-start");
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`${EDGE} ${side(column)} border-line-strong align-bottom text-sm font-semibold wrap-break-word text-ink-2`}
            >
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
                  className={`${EDGE} ${side(column)} border-line align-top font-normal`}
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
