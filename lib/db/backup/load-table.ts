import { once } from "node:events";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { BackupTable } from "./tables";

/** The rows of one table on their way in. */
export type Load = { table: BackupTable; write: (text: Buffer) => Promise<void>; end: () => Promise<void> };

/** Begins to copy rows into a table; `write` waits while the database is behind, and throws what it refuses. */
export function beginLoad(client: ClientBase, table: BackupTable): Load {
  const rows = new PassThrough();
  const loaded = pipeline(rows, client.query(copyFrom(`COPY ${table.name} (${table.columns}) FROM STDIN`)));
  // Told by `write` and `end`; without this line it would be told to nobody first.
  loaded.catch(() => undefined);
  return {
    table,
    write: async (text) => {
      if (rows.destroyed) return loaded;
      if (!rows.write(text)) await Promise.race([once(rows, "drain"), loaded]);
    },
    end: () => {
      rows.end();
      return loaded;
    },
  };
}
