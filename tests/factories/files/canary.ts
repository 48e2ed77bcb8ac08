import { buffer } from "node:stream/consumers";
import { inflateRawSync, inflateSync } from "node:zlib";
import { fromBufferPromise } from "yauzl";

/** Stands in a made file wherever nothing may stay. Each place adds a word of its own, so that a failure says which. */
export const CANARY = "CANARY";

function spellings(text: string): Buffer[] {
  const hex = Buffer.from(text).toString("hex");
  const wide = Buffer.from(text, "utf16le");
  const wideOther = Buffer.from(wide).swap16();
  return [
    Buffer.from(text),
    wide,
    wideOther,
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    Buffer.from(wideOther.toString("hex").toUpperCase()),
    Buffer.from(wideOther.toString("hex")),
  ];
}

/** Everything that can be read out of bytes: as they are, the parts of an archive, what is packed in a PDF. */
async function layers(bytes: Buffer, depth = 0): Promise<{ at: string; bytes: Buffer }[]> {
  const found = [{ at: "bytes", bytes }];
  if (depth > 3) return found;
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const part = await buffer(await zip.openReadStreamPromise(entry));
      found.push({ at: "name", bytes: Buffer.from(entry.fileName) });
      for (const layer of await layers(part, depth + 1))
        found.push({ at: `${entry.fileName} ${layer.at}`, bytes: layer.bytes });
    }
    zip.close();
    return found;
  }
  for (const start of bytes.toString("latin1").matchAll(/(?<!end)stream\r?\n/g)) {
    const packed = bytes.subarray(start.index + start[0].length);
    const part = unpacked(packed);
    if (part)
      for (const layer of await layers(part, depth + 1)) found.push({ ...layer, at: `stream ${layer.at}` });
  }
  return found;
}

function unpacked(bytes: Buffer): Buffer | null {
  for (const inflate of [inflateSync, inflateRawSync]) {
    try {
      const part = inflate(bytes, { finishFlush: 2 });
      if (part.length > 0) return part;
    } catch {
      // Not packed this way.
    }
  }
  return null;
}

/** Where a text stands in a file, in any spelling, however deep: "word/document.xml bytes: CANARY author". */
export async function sightings(file: Buffer, text = CANARY): Promise<string[]> {
  const found = new Set<string>();
  for (const { at, bytes } of await layers(file))
    for (const spelling of spellings(text)) {
      const place = bytes.indexOf(spelling);
      if (place >= 0)
        found.add(
          `${at}: ${bytes
            .subarray(place, place + 40)
            .toString("latin1")
            .replace(/[^ -~]/g, "")}`,
        );
    }
  return [...found];
}
