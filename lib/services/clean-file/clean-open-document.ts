import type { AttachmentFormat } from "@/lib/domain/attachment";
import { cleanInside } from "./clean-inside";
import { FileFailure } from "./failure";
import { DEVICE_PATH } from "./office-rules";
import { rewriteXml, type XmlElement, type XmlFate } from "./rewrite-xml";
import { type Parts, packParts, partOf, type Room, unpackParts } from "./zip-package";

const TYPE = "mimetype";
const MANIFEST = "META-INF/manifest.xml";
const FORMATS: Record<string, AttachmentFormat> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};

/** Programs inside of the document. */
const MACROS = /^(?:Basic|Scripts|Dialogs)\//;
/** Who wrote it, what it looked like, whose device it was, who signed it, what programs keep for themselves. */
const DROPPED =
  /(?:^|\/)meta\.xml$|^manifest\.rdf$|^layout-cache$|^Thumbnails\/|^Configurations2?\/|^META-INF\/(?!manifest\.xml$)/;
const XML = /(?:^|\/)(?:content|styles|settings)\.xml$/;

const ELEMENTS_DROPPED = new Set(["annotation", "annotation-end", "scripts", "event-listeners", "meta"]);
/** Settings of somebody's device, and numbers that tell whose turn at the keyboard a word came from. */
const SETTINGS = /Printer|Rsid|Database|DataSource|Author|Password|Path|Template|Mail|User/i;
const NO_ONE = new Map([
  ["creator", "empty"],
  ["date", "empty"],
]);

function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(({ local }) => local === name)?.value;
}

/** Cleans one part of an OpenDocument file. */
function rules(element: XmlElement): XmlFate {
  if (ELEMENTS_DROPPED.has(element.local)) return "drop";
  if (element.local === "config-item" && SETTINGS.test(attributeOf(element, "name") ?? "")) return "drop";
  // Who made a change that is kept in view, and when; of an annotation there is nothing left.
  if (element.uri === "http://purl.org/dc/elements/1.1/" && NO_ONE.has(element.local)) return "empty";
  const link = attributeOf(element, "href");
  if (link !== undefined) checkLink(element, link);
  element.attributes = element.attributes.flatMap((attribute) => {
    const { local, uri, value } = attribute;
    if (/rsid$/i.test(local) || (local === "author" && uri.includes("office"))) return [];
    if (["name", "title"].includes(local) && DEVICE_PATH.test(value)) return [{ ...attribute, value: "" }];
    if (local !== "href" || element.local !== "a" || isAddress(value)) return [attribute];
    return [{ ...attribute, value: "#" }];
  });
  return "keep";
}

function isAddress(link: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|#)/i.test(link);
}

/** What is looked up when the document is opened has to lie inside of it. */
function checkLink({ local }: XmlElement, link: string): void {
  if (local === "a" || link === "" || link.startsWith("#")) return;
  if (/^[a-z][a-z0-9+.-]*:|^\/|^\.\.\//i.test(link)) throw new FileFailure("office_linked");
}

async function cleanManifest(bytes: Buffer, kept: Parts): Promise<Buffer> {
  return rewriteXml(bytes, (element) => {
    if (element.local === "encryption-data") throw new FileFailure("office_locked");
    if (element.local !== "file-entry") return "keep";
    const name = attributeOf(element, "full-path") ?? "";
    const isFolder = name.endsWith("/");
    const there =
      name === "/" || (isFolder ? [...kept.keys()].some((part) => part.startsWith(name)) : kept.has(name));
    return there ? "keep" : "drop";
  });
}

/**
 * Writes an OpenDocument text, sheet or presentation anew without authors, comments, earlier editors, previews, the
 * settings of a device and programs.
 * @throws FileFailure
 */
export async function cleanOpenDocument(
  packed: Buffer,
  room: Room,
): Promise<{ format: AttachmentFormat; bytes: Buffer }> {
  const parts = await unpackParts(packed, room);
  const format = FORMATS[partOf(parts, TYPE, "kind_unknown").toString("latin1").trim()];
  if (!format) throw new FileFailure("kind_unknown");
  const kept: Parts = new Map([[TYPE, partOf(parts, TYPE)]]);
  const manifest = partOf(parts, MANIFEST);
  // Says whether it is locked, before anything of it is looked into.
  await cleanManifest(manifest, parts);
  for (const [name, bytes] of parts) {
    if (name === TYPE || name === MANIFEST || DROPPED.test(name)) continue;
    if (MACROS.test(name)) throw new FileFailure("office_macros");
    kept.set(name, XML.test(name) ? await rewriteXml(bytes, rules) : await otherPart(name, bytes));
  }
  kept.set(MANIFEST, await cleanManifest(manifest, kept));
  return { format, bytes: await packParts(kept, new Set([TYPE])) };
}

async function otherPart(name: string, bytes: Buffer): Promise<Buffer> {
  if (name.endsWith(".xml") || name.endsWith(".svg")) return rewriteXml(bytes, rules);
  if (/^Fonts\//.test(name)) return bytes;
  return cleanInside(name, bytes);
}
