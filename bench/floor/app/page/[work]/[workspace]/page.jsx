import { runRecorded } from "../../../../lib/recorded.mjs";

/** Every value that the statements bring, once, in plain tables. */
export default async function Page({ params, searchParams }) {
  const { work, workspace } = await params;
  const { prepared } = await searchParams;
  const results = await runRecorded(work, workspace, prepared !== undefined);
  return (
    <main>
      {results.map((rows, at) => (
        <Value key={at} value={rows} />
      ))}
    </main>
  );
}

function Value({ value }) {
  if (value === null || typeof value !== "object") return String(value ?? "");
  if (value instanceof Date) return value.toISOString();
  const rows = Array.isArray(value) ? value : [value];
  return (
    <table>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {(row !== null && typeof row === "object" ? Object.values(row) : [row]).map((cell, column) => (
              <td key={column}>{Value({ value: cell })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
