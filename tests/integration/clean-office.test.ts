import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { fromBufferPromise } from "yauzl";
import type { AttachmentFormat } from "@/lib/domain/attachment";
import { cleanFile } from "@/lib/services/clean-file/clean-file";
import { openTable } from "@/lib/services/spreadsheet/open-table";
import { sightings } from "@/tests/factories/files/canary";
import {
  anExcelFile,
  anOpenDocument,
  aPowerPointFile,
  aWordFile,
  aWordFileWith,
  aZipBomb,
  IN_THE_TEXT,
  zipOf,
} from "@/tests/factories/files/office";

async function parts(file: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString("utf8"));
  zip.close();
  return found;
}

const MADE: [AttachmentFormat, () => Promise<Buffer>][] = [
  ["docx", aWordFile],
  ["xlsx", anExcelFile],
  ["pptx", aPowerPointFile],
  ["odt", () => anOpenDocument("text")],
  ["ods", () => anOpenDocument("spreadsheet")],
  ["odp", () => anOpenDocument("presentation")],
];

describe("an office file that is kept", () => {
  it.each(MADE)("says what is written in it, and nothing about people: %s", async (format, make) => {
    const written = await make();
    expect((await sightings(written)).length).toBeGreaterThan(5);
    const kept = await cleanFile(written);
    expect(kept.format).toBe(format);
    expect(await sightings(kept.bytes)).toEqual([]);
    expect(await sightings(kept.bytes, IN_THE_TEXT)).not.toEqual([]);
    // Cleaned again, nothing is left to clean.
    expect((await cleanFile(kept.bytes)).bytes).toEqual(kept.bytes);
  });

  it("holds together afterwards: every part that is named is there, and no other", async () => {
    for (const [, make] of MADE.slice(0, 3)) {
      const kept = await parts((await cleanFile(await make())).bytes);
      const types = kept.get("[Content_Types].xml") ?? "";
      const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
      expect(named.filter((name) => !kept.has(name ?? ""))).toEqual([]);
      for (const [name, content] of kept) {
        if (!name.endsWith(".rels")) continue;
        const source = name.replace("_rels/", "").replace(/\.rels$/, "");
        for (const [, id] of (kept.get(source) ?? "").matchAll(/ r:(?:id|embed)="([^"]+)"/g))
          expect(content, `${source} ${id}`).toContain(`Id="${id}"`);
      }
    }
  });

  it("still opens as the same table, when another program wrote it", async () => {
    const data = [
      [{ value: "Who asked" }, { value: "When" }],
      [{ value: `They said: "yes" & 'no' <b> ` }, { value: 42 }],
      [{ value: "رسالتهم\nفي مارس" }, { value: new Date("2026-03-04"), format: "yyyy-mm-dd" }],
    ];
    const read = async (file: Buffer) => {
      const table = await openTable(Readable.from([file]));
      const rows = [table.headers];
      for await (const { cells } of table.rows) rows.push(cells);
      await table.close();
      return rows;
    };
    const written = await writeWorkbook(data, { sheet: "Promises" }).toBuffer();
    const kept = await cleanFile(written);
    expect(kept.format).toBe("xlsx");
    expect(await read(kept.bytes)).toEqual(await read(written));
    expect((await read(kept.bytes)).length).toBe(3);
  });

  it("keeps changes in view without who made them, and addresses without those of a device", async () => {
    const kept = await parts((await cleanFile(await aWordFile())).bytes);
    const text = kept.get("word/document.xml") ?? "";
    expect(text).toContain('<w:ins w:id="1" w:author="Author">');
    expect(text).toContain('xml:space="preserve">They told us they would repair it &amp; </w:t>');
    expect(text).not.toMatch(/rsid|comment|<!--|w:date/i);
    const links = kept.get("word/_rels/document.xml.rels") ?? "";
    expect(links).toContain('Target="https://riverside.gov.uk/answer"');
    expect(links).toContain('Target="#"');
    expect(
      [...kept.keys()].filter((name) => /docProps|customXml|comments|people|left-over/.test(name)),
    ).toEqual([]);
  });

  it.each([
    ["office_macros", () => aWordFile({ "word/vbaProject.bin": "macro" })],
    ["office_macros", () => aWordFile({}, "application/vnd.ms-word.document.macroEnabled.main+xml")],
    ["office_macros", () => anOpenDocument("text", { "Basic/Standard/Module1.xml": "<module/>" })],
    ["office_linked", () => aWordFileWith("image", "https://tracker.example.org/seen.png")],
    [
      "office_linked",
      () =>
        anExcelFile({
          "xl/_rels/workbook.xml.rels":
            '<Relationships xmlns="x"><Relationship Id="r" Type="a/externalLink" Target="externalLinks/1.xml"/></Relationships>',
        }),
    ],
    [
      "office_linked",
      () =>
        anOpenDocument("text", {
          "content.xml":
            '<d xmlns:x="http://www.w3.org/1999/xlink"><image x:href="https://tracker.example.org/seen.png"/></d>',
        }),
    ],
    [
      "office_holds_files",
      () => aWordFileWith("oleObject", "embeddings/o.bin", { "word/embeddings/o.bin": "x" }),
    ],
    [
      "office_holds_files",
      () =>
        aWordFileWith("image", "media/a.tif", { "word/media/a.tif": "II*\u0000 a picture of another kind" }),
    ],
    [
      "office_locked",
      async () =>
        Buffer.concat([
          Buffer.from("d0cf11e0a1b11ae1", "hex"),
          Buffer.alloc(512),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
    ],
    [
      "office_locked",
      () =>
        anOpenDocument("text", {
          "META-INF/manifest.xml":
            '<m><file-entry full-path="content.xml"><encryption-data/></file-entry></m>',
        }),
    ],
    ["office_old", async () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)])],
    ["office_not_cleanable", aZipBomb],
    [
      "office_not_cleanable",
      () => aWordFile({ "word/document.xml": '<!DOCTYPE d [<!ENTITY e "a">]><d>&e;</d>' }),
    ],
    ["office_not_cleanable", () => aWordFile({ "Word/Document.xml": "<d/>" })],
    ["office_damaged", () => aWordFile({ "word/document.xml": "<w:document" })],
    ["office_damaged", async () => (await aWordFile()).subarray(0, 900)],
    ["kind_unknown", () => zipOf({ "a.txt": "an archive of something else" })],
    [
      "kind_unknown",
      () => aWordFile({}, "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    ],
  ])("is none of these: %s", async (code, make) => {
    await expect(cleanFile(await make())).rejects.toMatchObject({ name: "FileFailure", code });
  });
});
