// An import of a sheet, beside COPY of the same records.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import copy from "pg-copy-streams";
import { asOwner } from "./data.mjs";

const BODIES = [
  "Borough Council",
  "County Council",
  "NHS Trust",
  "Police",
  "University",
  "College",
  "Ministry",
  "Fund",
];
const TOPICS = ["Housing", "Health", "Education", "Safety", "Transport"];
const KINDS = ["Survey", "Focus group", "Meeting"];

function dayAfter(days) {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
}

/** A sheet of so many consultations, as CSV. Always the same. */
export function sheetOf(rows) {
  const lines = [
    "Reference,Title,Public body,Kind,Topics,Start date,End date,Participants,Minutes each,Purpose",
  ];
  for (let i = 1; i <= rows; i += 1) {
    const cells = [
      `I-${i}`,
      `${KINDS[i % 3]} about ${TOPICS[i % 5].toLowerCase()} ${i}`,
      BODIES[i % 8],
      KINDS[i % 3],
      TOPICS[i % 5],
    ];
    cells.push(
      dayAfter((i * 7) % 800),
      dayAfter(((i * 7) % 800) + 20),
      String(5 + (i % 60)),
      String(30 * (1 + (i % 4))),
    );
    lines.push([...cells, `To hear what families think of plan ${i} and what should change`].join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** Imports the sheet into a workspace by API and waits for the end. */
export async function importSheet({ url }, { slug, tokens }, sheet, rows) {
  const form = new FormData();
  form.set("file", new Blob([sheet], { type: "text/csv" }), "bench.csv");
  const answer = await fetch(`${url}/api/v1/workspaces/${slug}/imports`, {
    method: "POST",
    headers: { Authorization: `Bearer ${tokens[0]}` },
    body: form,
  });
  const told = await answer.text();
  if (!answer.ok || JSON.parse(told).created !== rows)
    throw new Error(`The import into ${slug} answered ${answer.status}: ${told.slice(0, 300)}`);
}

/** Makes an empty table of the same columns, and the bytes that COPY puts into it. */
async function prepareCopy(ownerUrl, workspaceId) {
  return asOwner(ownerUrl, async (owner) => {
    await owner.query("DROP TABLE IF EXISTS bench_copy");
    await owner.query("CREATE TABLE bench_copy (LIKE consultations)");
    const chunks = [];
    const rows = `SELECT * FROM consultations WHERE workspace_id = '${workspaceId}'`;
    for await (const chunk of owner.query(copy.to(`COPY (${rows}) TO STDOUT`))) chunks.push(chunk);
    return Buffer.concat(chunks);
  });
}

/** Copies the bytes into a table. */
async function copyRows(pool, bytes, table) {
  const client = await pool.connect();
  try {
    await pipeline(Readable.from([bytes]), client.query(copy.from(`COPY ${table} FROM STDIN`)));
  } finally {
    client.release();
  }
}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * Imports and copies in turn, `connections` at once, each import into a workspace that has nothing of it yet. One at a
 * time also copies the rows into the record's own table, with its keys, indexes and triggers.
 * @returns { imports, copies, ownCopies }: { times, seconds } each
 */
export async function measureImports({ product, ownerUrl, workspaces, sheet, rows, connections }) {
  const [imports, copies, ownCopies] = [1, 2, 3].map(() => ({ times: [], seconds: 0 }));
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  const together = async (sums, works) => {
    const took = await timed(async () => {
      sums.times.push(...(await Promise.all(works.map(timed))));
    });
    sums.seconds += took / 1000;
  };
  try {
    for (let from = 0; from + connections <= workspaces.length; from += connections) {
      const group = workspaces.slice(from, from + connections);
      await together(
        imports,
        group.map((visitor) => () => importSheet(product, visitor, sheet, rows)),
      );
      const bytes = await prepareCopy(ownerUrl, group[0].workspaceId);
      await together(
        copies,
        group.map(() => () => copyRows(pool, bytes, "bench_copy")),
      );
      if (connections > 1) continue;
      await pool.query("DELETE FROM consultations WHERE workspace_id = $1", [group[0].workspaceId]);
      await together(ownCopies, [() => copyRows(pool, bytes, "consultations")]);
    }
  } finally {
    await pool.end();
  }
  return { imports, copies, ownCopies };
}
