import path from "node:path";
import type { AttachmentFormat } from "@/lib/domain/attachment";
import { cleanInside } from "./clean-inside";
import { FileFailure } from "./failure";
import { officeRules, relationshipFate, relationshipKind } from "./office-rules";
import { rewriteXml, type XmlElement } from "./rewrite-xml";
import { type Parts, packParts, partOf, type Room, unpackParts } from "./zip-package";

const TYPES = "[Content_Types].xml";
/** A chart brings its figures along as a workbook; that one brings nothing more. */
const DEEPEST = 1;

const MAIN: Record<string, AttachmentFormat> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
};

type Relationship = { id: string; kind: string; target: string; external: boolean };

/** What an office file leads to besides addresses: a link of any other kind leads nowhere afterwards. */
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|#)/i;

function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.find(({ local }) => local === name)?.value ?? "";
}

function relationshipsPath(part: string): string {
  const { dir, base } = path.posix.parse(part);
  return path.posix.join(dir, "_rels", `${base}.rels`);
}

/** The names of parts are compared without case, as office programs do. */
class Package {
  readonly #names: Map<string, string>;

  constructor(readonly parts: Parts) {
    this.#names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  }

  find(name: string): string | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /** The part that a relationship of `source` leads to; null for one that is not there. */
  targetOf(source: string, target: string): string | null {
    const plain = decodeURI(target.split("#")[0] ?? "");
    const joined = plain.startsWith("/")
      ? plain.slice(1)
      : path.posix.join(path.posix.dirname(source), plain);
    return this.find(path.posix.normalize(joined)) ?? null;
  }
}

async function readTypes(bytes: Buffer): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  await rewriteXml(bytes, (element) => {
    const type = attributeOf(element, "ContentType");
    if (/macroEnabled|vbaProject|activeX|macrosheet/i.test(type)) throw new FileFailure("office_macros");
    if (element.local === "Override")
      types.set(attributeOf(element, "PartName").slice(1).toLowerCase(), type);
    if (element.local === "Default") types.set(`.${attributeOf(element, "Extension").toLowerCase()}`, type);
    return "keep";
  });
  return types;
}

class Cleaning {
  readonly #clean: Parts = new Map();
  readonly #package: Package;
  readonly #reached = new Set<string>();

  constructor(
    readonly parts: Parts,
    readonly types: ReadonlyMap<string, string>,
    readonly room: Room,
    readonly depth: number,
  ) {
    this.#package = new Package(parts);
  }

  /** Cleans every part that can be got to from the package itself; the others are left behind. */
  async run(): Promise<{ format: AttachmentFormat; parts: Parts }> {
    const first = await this.#relationships("");
    const main = first.kept.find(({ kind }) => kind === "officeDocument");
    const name = main && this.#package.targetOf("", main.target);
    const format = name ? MAIN[this.types.get(name.toLowerCase()) ?? ""] : undefined;
    if (!format) throw new FileFailure("kind_unknown");
    const waiting = first.targets;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (this.#reached.has(next)) continue;
      this.#reached.add(next);
      const { targets, gone } = await this.#relationships(next);
      waiting.push(...targets);
      this.#clean.set(next, await this.#part(next, gone));
    }
    const types = await rewriteXml(partOf(this.parts, TYPES), (element) => {
      const part = this.#package.find(attributeOf(element, "PartName").slice(1));
      return element.local !== "Override" || (part && this.#reached.has(part)) ? "keep" : "drop";
    });
    return { format, parts: new Map([[TYPES, types], ...this.#clean]) };
  }

  /** What a part leads to, cleaned and written; `gone`: the ids of what it no longer leads to. */
  async #relationships(source: string) {
    const name = this.#package.find(relationshipsPath(source));
    const kept: Relationship[] = [];
    const targets: string[] = [];
    const gone = new Set<string>();
    if (name === undefined) return { kept, targets, gone };
    const all: Relationship[] = [];
    const bytes = partOf(this.parts, name);
    await rewriteXml(bytes, (element) => {
      if (element.local !== "Relationship") return "keep";
      all.push({
        id: attributeOf(element, "Id"),
        kind: relationshipKind(attributeOf(element, "Type")),
        target: attributeOf(element, "Target"),
        external: attributeOf(element, "TargetMode") === "External",
      });
      return "drop";
    });
    for (const one of all) {
      if (this.#stays(one, all)) kept.push(one);
      else gone.add(one.id);
    }
    const ids = new Set(kept.map(({ id }) => id));
    const written = await rewriteXml(bytes, (element) => {
      if (element.local !== "Relationship") return "keep";
      if (!ids.has(attributeOf(element, "Id"))) return "drop";
      if (attributeOf(element, "TargetMode") !== "External" || ADDRESS.test(attributeOf(element, "Target")))
        return "keep";
      element.attributes = element.attributes.map((attribute) =>
        attribute.local === "Target" ? { ...attribute, value: "#" } : attribute,
      );
      return "keep";
    });
    this.#clean.set(name, written);
    for (const { target, external } of kept) {
      const found = external ? null : this.#package.targetOf(source, target);
      if (found !== null) targets.push(found);
    }
    return { kept, targets, gone };
  }

  #stays({ kind, external }: Relationship, siblings: readonly Relationship[]): boolean {
    const fate = relationshipFate(kind);
    if (fate === "refuse_macros") throw new FileFailure("office_macros");
    if (fate === "refuse_links") throw new FileFailure("office_linked");
    if (fate === "refuse_files") throw new FileFailure("office_holds_files");
    if (fate === "drop") return false;
    // A link that is followed when the file is opened tells others that it was.
    if (external && kind !== "hyperlink") throw new FileFailure("office_linked");
    // The boxes of comments in a sheet; buttons of a form may stand in the same drawing.
    if (kind === "vmlDrawing" && siblings.some((one) => one.kind === "comments")) {
      if (siblings.some((one) => one.kind === "ctrlProp")) throw new FileFailure("office_not_cleanable");
      return false;
    }
    return true;
  }

  async #part(name: string, gone: ReadonlySet<string>): Promise<Buffer> {
    const bytes = partOf(this.parts, name);
    const ending = path.posix.extname(name).toLowerCase();
    const type = this.types.get(name.toLowerCase()) ?? this.types.get(ending) ?? "";
    if (type.endsWith("xml") || type.includes("vmlDrawing") || ending === ".svg")
      return rewriteXml(bytes, officeRules(gone));
    if (/font/i.test(type) || [".odttf", ".fntdata", ".ttf"].includes(ending)) return bytes;
    if (type.startsWith("application/vnd.openxmlformats-officedocument.") && this.depth < DEEPEST)
      return (await cleanOffice(bytes, this.room, this.depth + 1)).bytes;
    return cleanInside(name, bytes);
  }
}

/**
 * Writes a Word, Excel or PowerPoint file anew without authors, comments, earlier editors, device paths, previews, and
 * what lay in it unseen.
 * @throws FileFailure
 */
export async function cleanOffice(
  packed: Buffer,
  room: Room,
  depth = 0,
): Promise<{ format: AttachmentFormat; bytes: Buffer }> {
  const parts = await unpackParts(packed, room);
  const types = await readTypes(partOf(parts, TYPES, "kind_unknown"));
  if ([...parts.keys()].some((name) => /vbaProject|vbaData|activeX\/|macrosheets\//i.test(name)))
    throw new FileFailure("office_macros");
  const clean = await new Cleaning(parts, types, room, depth).run();
  return { format: clean.format, bytes: await packParts(clean.parts) };
}
