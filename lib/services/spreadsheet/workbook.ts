import { posix } from "node:path";
import { SpreadsheetFailure, type SpreadsheetLimits } from "@/lib/services/spreadsheet/failure";
import { isDateFormat } from "@/lib/services/spreadsheet/number-formats";
import { attribute, readXml } from "@/lib/services/spreadsheet/xml-events";
import type { ZipParts } from "@/lib/services/spreadsheet/zip-parts";

/** What a sheet's cells refer to. */
export interface Workbook {
  /** Names and parts of the visible sheets, in their order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedTexts: readonly string[];
  /** For each cell style, whether its numbers are dates. */
  readonly dateStyles: readonly boolean[];
  /** Dates count from 1904 (old Macs) instead of 1900. */
  readonly from1904: boolean;
}

type Relations = ReadonlyMap<string, { readonly part: string; readonly type: string }>;

/** @throws SpreadsheetFailure */
export async function readWorkbook(parts: ZipParts, limits: SpreadsheetLimits): Promise<Workbook> {
  const most = limits.unpackedBytes / 4;
  const main =
    [...(await relations(parts, "", most)).values()].find(({ type }) => type === "officeDocument")?.part ??
    "xl/workbook.xml";
  if (!parts.has(main))
    throw new SpreadsheetFailure(parts.has("content.xml") ? "file_open_document" : "file_not_a_table");
  const related = await relations(parts, main, most);
  const found: { name: string; id: string }[] = [];
  let from1904 = false;
  let isWorkbook = false;
  await readXml(parts.bytes(main, most), {
    open(name, attributes) {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet" || (attribute(attributes, "state") ?? "visible") !== "visible") return;
      found.push({
        name: attributes.name ?? "",
        id: attributes["r:id"] ?? attribute(attributes, "id") ?? "",
      });
    },
  });
  if (!isWorkbook) throw new SpreadsheetFailure("file_not_a_table");
  const sheets = found.flatMap(({ name, id }) => {
    const relation = related.get(id);
    return relation?.type === "worksheet" && parts.has(relation.part) ? [{ name, part: relation.part }] : [];
  });
  const partOf = (type: string) =>
    [...related.values()].find((one) => one.type === type && parts.has(one.part))?.part;
  const texts = partOf("sharedStrings");
  const styles = partOf("styles");
  return {
    sheets,
    sharedTexts: texts ? await readSharedTexts(parts.bytes(texts, most), limits) : [],
    dateStyles: styles ? await readDateStyles(parts.bytes(styles, most)) : [],
    from1904,
  };
}

/** Where a part's relations lead: id to part and the last word of the type. */
async function relations(parts: ZipParts, part: string, most: number): Promise<Relations> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const found = new Map<string, { part: string; type: string }>();
  if (!parts.has(name)) return found;
  await readXml(parts.bytes(name, most), {
    open(tag, { Id, Target, Type, TargetMode }) {
      if (tag !== "Relationship" || !Id || !Target || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { part: target, type: Type?.split("/").at(-1) ?? "" });
    },
  });
  return found;
}

async function readSharedTexts(
  bytes: AsyncIterable<Uint8Array>,
  limits: SpreadsheetLimits,
): Promise<string[]> {
  const texts: string[] = [];
  let total = 0;
  let current = "";
  let inText = false;
  let phonetic = 0;
  await readXml(bytes, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") phonetic += 1;
      if (name === "t") inText = true;
    },
    text(text) {
      // Readings of East Asian words stand beside the words themselves.
      if (!inText || phonetic > 0) return;
      current += text;
      if (current.length > limits.cellLength * 2) throw new SpreadsheetFailure("cell_too_long");
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic -= 1;
      if (name !== "si") return;
      total += current.length + 16;
      if (total > limits.sharedTextLength) throw new SpreadsheetFailure("file_too_big");
      texts.push(unescapeText(current));
    },
  });
  return texts;
}

async function readDateStyles(bytes: AsyncIterable<Uint8Array>): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(bytes, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDateFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** Characters XML cannot hold are written `_x000D_` in a workbook. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
