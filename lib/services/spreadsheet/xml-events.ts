import { SaxesParser } from "saxes";
import { SpreadsheetFailure } from "@/lib/services/spreadsheet/failure";

export interface XmlHandlers {
  /** `name` without its namespace prefix; `attributes` as written. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

// No tag, text or comment of a workbook comes near; without this one endless text would fill memory.
const LONGEST_RUN = 1024 * 1024;

/**
 * Runs XML through the handlers chunk by chunk, yielding after each so that the caller can hand on what
 * has been gathered. Entities of a document type are never expanded.
 * @throws SpreadsheetFailure file_not_a_table for what is not XML, cell_too_long for an endless run of text
 */
export async function* xmlEvents(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let sinceEvent = 0;
  parser.on("error", () => {
    throw new SpreadsheetFailure("file_not_a_table");
  });
  parser.on("opentag", (tag) => {
    sinceEvent = 0;
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    sinceEvent = 0;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of bytes) {
    sinceEvent += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (sinceEvent > LONGEST_RUN) throw new SpreadsheetFailure("cell_too_long");
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Runs a whole part through the handlers. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlEvents(bytes, handlers)) {
    // Nothing to hand on before the end.
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix (`r:id` as `id`); undefined when missing. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const prefixed = Object.keys(attributes).find((key) => localName(key) === name);
  return prefixed === undefined ? undefined : attributes[prefixed];
}
