import { promisify } from "node:util";
import { inflate } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { FileFailure, unless } from "./failure";
import { refuseBombs } from "./pdf-bombs";
import { ADDRESSES, CLICKS, COMMENTS, NAMES_KEPT, NOT_IN_CATALOGUE, NOWHERE, OF_A_MARK } from "./pdf-rules";
import { stripJp2 } from "./strip-jp2";
import { stripJpeg } from "./strip-jpeg";

const unpack = promisify(inflate);
const MOST_UNPACKED = 100 * 1024 * 1024;

/** Walks through a PDF from its catalogue. */
class Cleaning {
  readonly reached = new Set<PDFRef>();
  readonly #seen = new Set<PDFObject>();

  constructor(readonly document: PDFDocument) {}

  get #context() {
    return this.document.context;
  }

  /** Everything that can be got to from the catalogue, cleaned; what cannot be got to is left behind. */
  async cleanAll(): Promise<void> {
    const { context, catalog } = this.document;
    const names = catalog.lookupMaybe(PDFName.of("Names"), PDFDict);
    for (const name of NOT_IN_CATALOGUE) catalog.delete(PDFName.of(name));
    if (names) {
      for (const [name] of names.entries())
        if (!NAMES_KEPT.some((kept) => kept === name.decodeText())) names.delete(name);
      catalog.set(PDFName.of("Names"), names);
    }
    const form = catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict);
    if (form?.has(PDFName.of("XFA"))) throw new FileFailure("pdf_not_cleanable");
    const waiting: PDFObject[] = [context.trailerInfo.Root ?? catalog];
    for (let next = waiting.pop(); next; next = waiting.pop()) waiting.push(...(await this.#clean(next)));
    for (const [ref] of context.enumerateIndirectObjects()) if (!this.reached.has(ref)) context.delete(ref);
    context.trailerInfo.Info = undefined;
    context.trailerInfo.ID = undefined;
  }

  /** Cleans one object and answers what it leads to. */
  async #clean(object: PDFObject): Promise<PDFObject[]> {
    if (object instanceof PDFRef) {
      if (this.reached.has(object)) return [];
      this.reached.add(object);
      const target = this.#context.lookup(object);
      if (target instanceof PDFRawStream) {
        const picture = await cleanedPicture(target);
        if (picture) this.#context.assign(object, picture);
        return [picture ?? target];
      }
      return target ? [target] : [];
    }
    if (this.#seen.has(object)) return [];
    this.#seen.add(object);
    if (object instanceof PDFArray) return object.asArray();
    if (object instanceof PDFStream) return [object.dict];
    if (!(object instanceof PDFDict)) return [];
    this.#cleanDict(object);
    return object.values();
  }

  #cleanDict(dict: PDFDict): void {
    for (const name of NOWHERE) dict.delete(PDFName.of(name));
    // A signature holds the name of whoever made it, and breaks when anything is changed.
    if (["Sig", "DocTimeStamp"].includes(this.#nameIn(dict, "Type") ?? ""))
      throw new FileFailure("pdf_signed");
    if (this.#nameIn(dict, "FT") === "Sig" && dict.has(PDFName.of("V"))) throw new FileFailure("pdf_signed");
    const annotations = this.#context.lookup(dict.get(PDFName.of("Annots")));
    if (annotations instanceof PDFArray) this.#cleanAnnotations(annotations);
    for (const key of ["A", "PA", "Next"]) {
      const click = this.#context.lookup(dict.get(PDFName.of(key)));
      if (click instanceof PDFArray && key === "Next") dict.delete(PDFName.of(key));
      if (click instanceof PDFDict && !this.#isHarmless(click)) dict.delete(PDFName.of(key));
    }
  }

  #cleanAnnotations(annotations: PDFArray): void {
    for (let index = annotations.size() - 1; index >= 0; index -= 1) {
      const annotation = this.#context.lookup(annotations.get(index));
      const kind = annotation instanceof PDFDict ? this.#nameIn(annotation, "Subtype") : null;
      if (!(annotation instanceof PDFDict) || kind === null || COMMENTS.has(kind)) annotations.remove(index);
      else if (kind !== "Link" && kind !== "Widget") {
        for (const name of OF_A_MARK) annotation.delete(PDFName.of(name));
        // What is typed onto a page is what it shows; what is said of a mark is a comment.
        if (kind !== "FreeText") annotation.delete(PDFName.of("Contents"));
      } else for (const name of ["M", "CreationDate", "NM", "Contents"]) annotation.delete(PDFName.of(name));
    }
  }

  /** Whether a click only leads somewhere. An attribute of another kind of dictionary under the same key is no click. */
  #isHarmless(click: PDFDict): boolean {
    const kind = this.#nameIn(click, "S");
    const isAction = this.#nameIn(click, "Type") === "Action" || kind !== null;
    if (!isAction) return true;
    if (kind === null || !CLICKS.has(kind)) return this.#nameIn(click, "O") !== null;
    if (kind !== "URI") return true;
    const uri = this.#context.lookup(click.get(PDFName.of("URI")));
    return (uri instanceof PDFString || uri instanceof PDFHexString) && ADDRESSES.test(uri.decodeText());
  }

  #nameIn(dict: PDFDict, key: string): string | null {
    const value = this.#context.lookup(dict.get(PDFName.of(key)));
    return value instanceof PDFName ? value.decodeText() : null;
  }
}

function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of("Filter"));
  const all = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  return all.map((one) => (one instanceof PDFName ? one.decodeText() : ""));
}

/** A picture in a PDF is a file of its own, with notes of its own. Null for what is no such picture. */
async function cleanedPicture(stream: PDFRawStream): Promise<PDFRawStream | null> {
  const filters = filtersOf(stream.dict);
  const last = filters.at(-1);
  const strip = last === "DCTDecode" || last === "DCT" ? stripJpeg : last === "JPXDecode" ? stripJp2 : null;
  if (!strip || last === undefined) return null;
  let bytes = Buffer.from(stream.contents);
  for (const filter of filters.slice(0, -1)) {
    if (filter !== "FlateDecode" && filter !== "Fl") throw new FileFailure("pdf_not_cleanable");
    bytes = await unpack(bytes, { maxOutputLength: MOST_UNPACKED });
  }
  const dict = stream.dict;
  const clean = strip(bytes);
  if (filters.length > 1) {
    dict.set(PDFName.of("Filter"), PDFName.of(last));
    const settings = dict.lookup(PDFName.of("DecodeParms"));
    const own = settings instanceof PDFArray ? settings.lookup(settings.size() - 1) : undefined;
    if (own instanceof PDFDict) dict.set(PDFName.of("DecodeParms"), own);
    else dict.delete(PDFName.of("DecodeParms"));
  }
  return PDFRawStream.of(dict, clean);
}

/**
 * Writes a PDF anew in full, without earlier versions of it, who wrote it and with what, comments, attached files and
 * programs.
 * @throws FileFailure pdf_locked, pdf_signed, pdf_damaged, pdf_not_cleanable
 */
export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  await refuseBombs(bytes);
  const document = await unless("pdf_damaged", async () => {
    const loaded = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
    if (loaded.getPageCount() === 0) throw new FileFailure("pdf_damaged");
    return loaded;
  });
  if (document.isEncrypted) throw new FileFailure("pdf_locked");
  return unless("pdf_not_cleanable", async () => {
    await new Cleaning(document).cleanAll();
    const saved = await document.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    return Buffer.from(saved);
  });
}
