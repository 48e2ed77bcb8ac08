import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { TableProof } from "./manifest";
import type { BackupTable } from "./tables";

/** COPY's text, gathered into pieces of about this many bytes. */
const PIECE = 1 << 20;

function gather(): Transform {
  let held: Buffer[] = [];
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      held.push(chunk);
      size += chunk.length;
      if (size >= PIECE) {
        this.push(Buffer.concat(held));
        held = [];
        size = 0;
      }
      next();
    },
    flush(next) {
      if (size > 0) this.push(Buffer.concat(held));
      next();
    },
  });
}

/**
 * Every row of a table as COPY's text, in the order of its primary key.
 * @param onPiece takes each piece, about a megabyte; may be left out to get the proof alone
 */
export async function copyOut(
  client: ClientBase,
  { name, columns, order }: BackupTable,
  onPiece: (piece: Buffer) => Promise<void> = async () => undefined,
): Promise<TableProof> {
  const hash = createHash("sha256");
  const copy = client.query(copyTo(`COPY (SELECT ${columns} FROM ${name} ORDER BY ${order}) TO STDOUT`));
  const pieces = copy.pipe(gather());
  copy.on("error", (error) => pieces.destroy(error));
  for await (const piece of pieces) {
    hash.update(piece);
    await onPiece(piece);
  }
  return { rows: copy.rowCount, sha256: hash.digest("hex") };
}
