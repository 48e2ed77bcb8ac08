import { crc32, deflateRawSync } from "node:zlib";

/** For tests: a cell is text, a number, `{ day }` (a serial number shown as a date), or raw XML. */
export type SampleCell = string | number | null | { readonly day: number } | { readonly xml: string };

/** For tests: a ZIP archive of the named parts. `claimed` writes a false unpacked size. */
export function sampleZip(parts: Readonly<Record<string, string | Buffer>>, claimed?: number): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** For tests: an XLSX with one sheet; texts are shared, style 1 is a date. `replace` swaps or adds parts. */
export function sampleWorkbook(
  rows: Iterable<readonly SampleCell[]>,
  replace: Readonly<Record<string, string>> = {},
): Buffer {
  const shared = new Map<string, number>();
  const body: string[] = [];
  let number = 0;
  for (const row of rows) {
    number += 1;
    const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${number}`, shared)).join("");
    body.push(`<row r="${number}">${cells}</row>`);
  }
  return sampleZip({
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><sheets><sheet name="Register" sheetId="1" r:id="s1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${body.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${[...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ...replace,
  });
}

function cellXml(cell: SampleCell, at: string, shared: Map<string, number>): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object")
    return "day" in cell ? `<c r="${at}" s="1"><v>${cell.day}</v></c>` : cell.xml.replace("AT", at);
  const index = shared.get(cell) ?? shared.size;
  shared.set(cell, index);
  return `<c r="${at}" t="s"><v>${index}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
