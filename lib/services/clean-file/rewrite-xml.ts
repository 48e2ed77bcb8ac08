import { SaxesParser, type SaxesTagNS } from "saxes";
import { FileFailure } from "./failure";

/** One element as it is read: its name without prefix, the name's address, and its attributes likewise. */
export type XmlElement = {
  local: string;
  uri: string;
  attributes: { name: string; local: string; uri: string; value: string }[];
};

/**
 * What becomes of an element: kept (with whatever `attributes` are in it by now), dropped with all that is in it,
 * or `unwrap`: gone itself, while what is in it stays. `empty`: kept without what is in it.
 */
export type XmlFate = "keep" | "drop" | "unwrap" | "empty";

export type XmlRules = (element: XmlElement) => XmlFate;

const CHUNK = 64 * 1024;
const DEEPEST = 1000;

/**
 * Writes a part anew, element by element. Comments and other programs' instructions go.
 * @throws FileFailure office_damaged for what is no XML, office_not_cleanable for a document type
 */
export async function rewriteXml(bytes: Buffer, rules: XmlRules): Promise<Buffer> {
  const written: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  /** Of each open element: whether its tags are written, and whether what is in it is. */
  const open: { tags: boolean; content: boolean }[] = [];
  const isIn = () => open.at(-1)?.content ?? true;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", () => {
    throw new FileFailure("office_damaged");
  });
  // It could hide what is written behind names of its own.
  parser.on("doctype", () => {
    throw new FileFailure("office_not_cleanable");
  });
  parser.on("opentag", (tag) => {
    if (open.length > DEEPEST) throw new FileFailure("office_not_cleanable");
    if (!isIn()) {
      open.push({ tags: false, content: false });
      return;
    }
    const element = elementOf(tag);
    const fate = rules(element);
    if (fate === "keep" || fate === "empty") {
      const attributes = element.attributes.map(
        ({ name, value }) => ` ${name}="${escaped(value, IN_ATTRIBUTES)}"`,
      );
      written.push(`<${tag.name}${attributes.join("")}>`);
    }
    open.push({ tags: fate === "keep" || fate === "empty", content: fate === "keep" || fate === "unwrap" });
  });
  parser.on("closetag", (tag) => {
    if (open.pop()?.tags) written.push(`</${tag.name}>`);
  });
  const text = (words: string) => {
    if (open.length > 0 && isIn()) written.push(escaped(words, IN_TEXT));
  };
  parser.on("text", text);
  parser.on("cdata", text);
  const whole = decode(bytes);
  for (let at = 0; at < whole.length; at += CHUNK) {
    parser.write(whole.slice(at, at + CHUNK));
    // Others wait for this server too.
    await new Promise(setImmediate);
  }
  parser.close();
  return Buffer.from(written.join(""), "utf8");
}

function elementOf(tag: SaxesTagNS): XmlElement {
  return {
    local: tag.local,
    uri: tag.uri,
    attributes: Object.values(tag.attributes).map(({ name, local, uri, value }) => ({
      name,
      local,
      uri,
      value,
    })),
  };
}

function decode(bytes: Buffer): string {
  const head = bytes.subarray(0, 2).toString("hex");
  const encoding = head === "fffe" ? "utf-16le" : head === "feff" ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Its new head says what it is now.
    return text.replace(/^\s*<\?xml[^>]*\?>/, "");
  } catch {
    throw new FileFailure("office_damaged");
  }
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

const IN_TEXT = /[&<>\r]/g;
const IN_ATTRIBUTES = /[&<>"\r\n\t]/g;

function escaped(text: string, characters: RegExp): string {
  return text.replace(characters, (one) => ENTITIES[one] ?? one);
}
