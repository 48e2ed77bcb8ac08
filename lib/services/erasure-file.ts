import "server-only";
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { type ErasureEntry, erasureEntry } from "@/lib/domain/erasure";

/** Where the ledger lies: beside the backups, not in the database that a restore would take back in time. */
export function erasureFile(dataDir: string): string {
  return path.join(dataDir, "erasures.jsonl");
}

/**
 * What the ledger at `file` says, in its order; nothing when there is no such file. A last line that was cut short
 * (the machine stopped while it was written) is left out: the job that wrote it writes it again.
 * Throws on any other line that is not an entry, naming its number.
 */
export async function readErasures(file: string): Promise<ErasureEntry[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n");
  const rest = lines.pop();
  const entries = lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = erasureEntry.safeParse(asJson(line));
    if (!parsed.success) throw new Error(`Line ${index + 1} of ${file} is no entry of the erasure ledger.`);
    return [parsed.data];
  });
  const last = erasureEntry.safeParse(asJson(rest ?? ""));
  return last.success ? [...entries, last.data] : entries;
}

/** Adds entries to the ledger and does not return before they are on the disk. Only the server's own user may read it. */
export async function appendErasures(file: string, entries: readonly ErasureEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const handle = await open(file, "a+", 0o600);
  try {
    const { size } = await handle.stat();
    const last = size > 0 ? (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() : "\n";
    // A line that was cut short is taken off: its entry is among those to be written.
    if (last !== "\n") await handle.truncate(await endOfWholeLines(file));
    await handle.appendFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes up to and including the last line break. */
async function endOfWholeLines(file: string): Promise<number> {
  return (await readFile(file)).lastIndexOf("\n") + 1;
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
