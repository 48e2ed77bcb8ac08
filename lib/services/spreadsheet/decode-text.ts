import { SpreadsheetFailure } from "@/lib/services/spreadsheet/failure";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

// What Windows-1252 has where Latin-1 has control characters (0x80–0x9F); unassigned places stay as they are.
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** A line of this many bytes is not a line of a table. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The text of a CSV file, piece by piece, from UTF-8, UTF-16 (either order, with or without a mark) or
 * Windows-1252. What is not UTF-8 is taken for Windows-1252 line by line, so that one old name on row
 * 9,000 needs no second pass. The mark at the start is left out.
 * @throws SpreadsheetFailure file_not_a_table for binary content
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: ((chunk: Buffer, last: boolean) => string) | null = null;
  let head = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (decode) {
      yield decode(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), false);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    // Enough to tell UTF-16 without a mark from UTF-8.
    if (head.length < 1024) continue;
    const { encoding, mark } = encodingOf(head);
    decode = decoder(encoding);
    yield decode(head.subarray(mark), false);
  }
  if (decode) {
    yield decode(Buffer.alloc(0), true);
  } else if (head.length > 0) {
    const { encoding, mark } = encodingOf(head);
    yield decoder(encoding)(head.subarray(mark), true);
  }
}

/** The encoding, and how many bytes its mark takes. */
function encodingOf(head: Buffer): { encoding: Encoding; mark: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", mark: 2 };
  const sample = head.subarray(0, 1024);
  const even = sample.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  // Half the bytes of Latin text in UTF-16 are zero, all on one side.
  if (odd > sample.length / 8 && even < odd / 8) return { encoding: "utf-16le", mark: 0 };
  if (even > sample.length / 8 && odd < even / 8) return { encoding: "utf-16be", mark: 0 };
  if (even + odd > 8) throw new SpreadsheetFailure("file_not_a_table");
  return { encoding: "utf-8", mark: 0 };
}

function decoder(encoding: Encoding): (chunk: Buffer, last: boolean) => string {
  if (encoding === "utf-8") return lineByLine();
  const text = new TextDecoder(encoding, { ignoreBOM: true });
  return (chunk, last) => text.decode(chunk, { stream: !last });
}

function lineByLine(): (chunk: Buffer, last: boolean) => string {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  function whole(block: Buffer): string {
    try {
      return utf8.decode(block);
    } catch {
      return linesOf(block)
        .map((line) => {
          try {
            return utf8.decode(line);
          } catch {
            return windows1252(line);
          }
        })
        .join("");
    }
  }

  return (chunk, last) => {
    const cut = last ? chunk.length : lastLineEnd(chunk) + 1;
    if (cut === 0 && !last) {
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes > LONGEST_LINE) throw new SpreadsheetFailure("cell_too_long");
      return "";
    }
    const block = Buffer.concat([...pending, chunk.subarray(0, cut)]);
    // A copy, so that a large chunk does not stay in memory for its last line.
    pending = cut < chunk.length ? [Buffer.from(chunk.subarray(cut))] : [];
    pendingBytes = chunk.length - cut;
    return whole(block);
  };
}

function lastLineEnd(chunk: Buffer): number {
  return Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(CARRIAGE_RETURN));
}

function linesOf(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let at = 0; at < block.length; at += 1) {
    if (block[at] !== LINE_FEED && block[at] !== CARRIAGE_RETURN) continue;
    lines.push(block.subarray(start, at + 1));
    start = at + 1;
  }
  lines.push(block.subarray(start));
  return lines;
}

function windows1252(line: Buffer): string {
  return line
    .toString("latin1")
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}
