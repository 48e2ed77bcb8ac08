import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { CANARY } from "./canary";
import { aPicture } from "./pictures";

/** What a reader of each of these sees. */
export const IN_THE_TEXT = "They told us they would repair it";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main";
const MICROSOFT = "http://schemas.microsoft.com/office";

type Content = Record<string, string | Buffer>;

/** An archive with notes of its own: a comment, and dates of today. */
export async function zipOf(parts: Content): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { compress: name !== "mimetype" });
  zip.end({ forceZip64Format: false, comment: `${CANARY} archive` });
  return buffer(zip.outputStream);
}

function relationships(list: [id: string, type: string, target: string, external?: boolean][]): string {
  const all = list.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${type.includes("://") ? type : `${OFFICE}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

function types(overrides: Record<string, string>): string {
  const all = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  const defaults = [
    "rels:application/vnd.openxmlformats-package.relationships+xml",
    "xml:application/xml",
    "jpeg:image/jpeg",
    "bin:application/octet-stream",
    "vml:application/vnd.openxmlformats-officedocument.vmlDrawing",
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults.map((one) => `<Default Extension="${one.split(":")[0]}" ContentType="${one.split(":")[1]}"/>`).join("")}${all.join("")}</Types>`;
}

const about: Content = {
  "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${CANARY} creator</dc:creator><cp:lastModifiedBy>${CANARY} last</cp:lastModifiedBy></cp:coreProperties>`,
  "docProps/app.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${CANARY} company</Company></Properties>`,
  "docProps/custom.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="${CANARY} custom"/></Properties>`,
  "docProps/thumbnail.jpeg": `${CANARY} thumbnail`,
  "customXml/item1.xml": `<data>${CANARY} custom data</data>`,
};
const aboutTypes = {
  "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
  "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
};

function root(main: string): string {
  return relationships([
    ["rId1", "officeDocument", main],
    ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ["rId3", "extended-properties", "docProps/app.xml"],
    ["rId4", "custom-properties", "docProps/custom.xml"],
    ["rId5", `${PACKAGE}/relationships/metadata/thumbnail`, "docProps/thumbnail.jpeg"],
  ]);
}

const PROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word document with authors, comments, tracked changes, a photo, a template on somebody's device. */
export async function aWordFile(
  more: Content = {},
  mainType = `${PROCESSING}.document.main+xml`,
): Promise<Buffer> {
  const mark = `w:author="${CANARY} changed it" w:date="2026-03-04T10:00:00Z"`;
  return zipOf({
    "[Content_Types].xml": types({
      ...aboutTypes,
      "word/document.xml": mainType,
      "word/settings.xml": `${PROCESSING}.settings+xml`,
      "word/comments.xml": `${PROCESSING}.comments+xml`,
      "word/people.xml": `${PROCESSING}.people+xml`,
    }),
    "_rels/.rels": root("word/document.xml"),
    ...about,
    "word/document.xml": `${HEAD}<!-- ${CANARY} remark --><w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body><w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">${IN_THE_TEXT} &amp; </w:t></w:r><w:ins w:id="1" ${mark}><w:r><w:t>soon</w:t></w:r></w:ins><w:del w:id="2" ${mark}><w:r><w:delText>never</w:delText></w:r></w:del><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:hyperlink r:id="rId7"><w:r><w:t>their page</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId8"><w:r><w:t>our list</w:t></w:r></w:hyperlink><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="C:\\Users\\${CANARY}\\photo.jpg"/><a:blip r:embed="rId4"/></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships([
      ["rId1", "settings", "settings.xml"],
      ["rId2", "comments", "comments.xml"],
      ["rId3", `${MICROSOFT}/2011/relationships/people`, "people.xml"],
      ["rId4", "image", "media/image1.jpeg"],
      ["rId5", "customXml", "../customXml/item1.xml"],
      ["rId7", "hyperlink", "https://riverside.gov.uk/answer", true],
      ["rId8", "hyperlink", `file:///C:/Users/${CANARY}/list.docx`, true],
    ]),
    "word/settings.xml": `${HEAD}<w:settings xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="who" w:val="${CANARY} variable"/></w:docVars></w:settings>`,
    "word/_rels/settings.xml.rels": relationships([
      ["rId1", "attachedTemplate", `file:///C:/Users/${CANARY}/Normal.dotm`, true],
    ]),
    "word/comments.xml": `${HEAD}<w:comments xmlns:w="${WORD}"><w:comment w:id="0" w:author="${CANARY} commenter" w:initials="CC"><w:p><w:r><w:t>${CANARY} comment</w:t></w:r></w:p></w:comment></w:comments>`,
    "word/people.xml": `${HEAD}<w15:people xmlns:w15="${MICROSOFT}/word/2012/wordml"><w15:person w15:author="${CANARY} person"/></w15:people>`,
    "word/media/image1.jpeg": await aPicture("jpeg"),
    "word/left-over.xml": `<left>${CANARY} left over</left>`,
    ...more,
  });
}

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook with authors, comments and their boxes, a printer, and where it lay. */
export async function anExcelFile(more: Content = {}): Promise<Buffer> {
  return zipOf({
    "[Content_Types].xml": types({
      ...aboutTypes,
      "xl/workbook.xml": `${SPREADSHEET}.sheet.main+xml`,
      "xl/worksheets/sheet1.xml": `${SPREADSHEET}.worksheet+xml`,
      "xl/comments1.xml": `${SPREADSHEET}.comments+xml`,
      "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
    }),
    "_rels/.rels": root("xl/workbook.xml"),
    ...about,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x15ac="${MICROSOFT}/spreadsheetml/2010/11/ac"><fileSharing userName="${CANARY} holder"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\${CANARY}\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Promises" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", `${MICROSOFT}/2017/10/relationships/person`, "persons/person.xml"],
    ]),
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${IN_THE_TEXT}</t></is></c></row></sheetData><pageSetup paperSize="9" r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([
      ["rId1", "printerSettings", "../printerSettings/printerSettings1.bin"],
      ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId3", "comments", "../comments1.xml"],
    ]),
    "xl/printerSettings/printerSettings1.bin": Buffer.from(`${CANARY} printer`, "utf16le"),
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>${CANARY} box</v:shape></xml>`,
    "xl/comments1.xml": `${HEAD}<comments xmlns="${SHEET}"><authors><author>${CANARY} commenter</author></authors></comments>`,
    "xl/persons/person.xml": `${HEAD}<personList><person displayName="${CANARY} person"/></personList>`,
    ...more,
  });
}

const PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml";

/** Slides with comments, their authors, and a chart that brings a workbook along. */
export async function aPowerPointFile(): Promise<Buffer> {
  return zipOf({
    "[Content_Types].xml": types({
      ...aboutTypes,
      "ppt/presentation.xml": `${PRESENTATION}.presentation.main+xml`,
      "ppt/slides/slide1.xml": `${PRESENTATION}.slide+xml`,
      "ppt/commentAuthors.xml": `${PRESENTATION}.commentAuthors+xml`,
      "ppt/comments/comment1.xml": `${PRESENTATION}.comments+xml`,
      "ppt/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
      "ppt/embeddings/book.xlsx": `${SPREADSHEET}.sheet`,
    }),
    "_rels/.rels": root("ppt/presentation.xml"),
    ...about,
    "ppt/presentation.xml": `${HEAD}<p:presentation xmlns:p="${SLIDES}" xmlns:r="${OFFICE}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relationships([
      ["rId1", "slide", "slides/slide1.xml"],
      ["rId2", "commentAuthors", "commentAuthors.xml"],
    ]),
    "ppt/slides/slide1.xml": `${HEAD}<p:sld xmlns:p="${SLIDES}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><p:cSld><a:t>${IN_THE_TEXT}</a:t><c:chart r:id="rId2"/></p:cSld></p:sld>`,
    "ppt/slides/_rels/slide1.xml.rels": relationships([
      ["rId1", "comments", "../comments/comment1.xml"],
      ["rId2", "chart", "../charts/chart1.xml"],
    ]),
    "ppt/commentAuthors.xml": `${HEAD}<p:cmAuthorLst xmlns:p="${SLIDES}"><p:cmAuthor name="${CANARY} commenter"/></p:cmAuthorLst>`,
    "ppt/comments/comment1.xml": `${HEAD}<p:cmLst xmlns:p="${SLIDES}"><p:text>${CANARY} comment</p:text></p:cmLst>`,
    "ppt/charts/chart1.xml": `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}"><c:externalData r:id="rId1"/></c:chartSpace>`,
    "ppt/charts/_rels/chart1.xml.rels": relationships([["rId1", "package", "../embeddings/book.xlsx"]]),
    "ppt/embeddings/book.xlsx": await anExcelFile(),
  });
}

/** A Word document that begins with one relationship more, of a part that is there or lies elsewhere. */
export async function aWordFileWith(type: string, target: string, parts: Content = {}): Promise<Buffer> {
  return aWordFile({
    "word/_rels/document.xml.rels": relationships([["rId9", type, target, !Object.keys(parts).length]]),
    ...parts,
  });
}

const OPEN = "urn:oasis:names:tc:opendocument:xmlns";

/** An OpenDocument file with authors, comments, changes kept in view, a photo, a printer and a preview. */
export async function anOpenDocument(
  kind: "text" | "spreadsheet" | "presentation",
  more: Content = {},
): Promise<Buffer> {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  const names = ["content.xml", "meta.xml", "settings.xml", "Pictures/photo.jpg", "Thumbnails/thumbnail.png"];
  return zipOf({
    mimetype: type,
    "content.xml": `${HEAD}<office:document-content xmlns:office="${OPEN}:office:1.0" xmlns:text="${OPEN}:text:1.0" xmlns:draw="${OPEN}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:officeooo="http://openoffice.org/2009/office"><office:scripts>${CANARY} script</office:scripts><office:body><office:${kind}><text:tracked-changes><text:changed-region><text:insertion><office:change-info><dc:creator>${CANARY} changed it</dc:creator><dc:date>2026-03-04</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:p officeooo:rsid="00ab">${IN_THE_TEXT}<office:annotation><dc:creator>${CANARY} commenter</dc:creator><text:p>${CANARY} comment</text:p></office:annotation></text:p><text:a xlink:href="file:///home/${CANARY}/list.odt">our list</text:a><draw:frame><draw:image xlink:href="Pictures/photo.jpg"/></draw:frame></office:${kind}></office:body></office:document-content>`,
    "meta.xml": `${HEAD}<office:document-meta xmlns:office="${OPEN}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:creator>${CANARY} creator</dc:creator></office:meta></office:document-meta>`,
    "settings.xml": `${HEAD}<office:document-settings xmlns:office="${OPEN}:office:1.0" xmlns:config="${OPEN}:config:1.0"><config:config-item config:name="PrinterName">${CANARY} printer</config:config-item><config:config-item config:name="ZoomFactor">100</config:config-item></office:document-settings>`,
    "Pictures/photo.jpg": await aPicture("jpeg"),
    "Thumbnails/thumbnail.png": `${CANARY} preview`,
    "META-INF/manifest.xml": `${HEAD}<manifest:manifest xmlns:manifest="${OPEN}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${names.map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type=""/>`).join("")}</manifest:manifest>`,
    ...more,
  });
}

/** Some kilobytes that unpack to more than any letter has. */
export async function aZipBomb(): Promise<Buffer> {
  return aWordFile({ "word/media/image1.jpeg": Buffer.alloc(120 * 1024 * 1024) });
}
