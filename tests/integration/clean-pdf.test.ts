import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { cleanFile } from "@/lib/services/clean-file/clean-file";
import { sightings } from "@/tests/factories/files/canary";
import {
  aDynamicForm,
  aLockedPdf,
  aPdfBomb,
  aPlainPdf,
  aSignedPdf,
  aTalkativePdf,
  ON_THE_PAGE,
} from "@/tests/factories/files/pdfs";

const TOLD = [
  "author",
  "title",
  "producer",
  "attached",
  "description",
  "program",
  "xmp",
  "piece",
  "on opening",
  "commenter",
  "note",
  "popup",
  "remark",
  "subject",
  "thrown away",
  "second subject",
  "gps",
  "comment",
  "after the end",
];

describe("a PDF that is kept", () => {
  it("says what is on its pages, and nothing about people, programs or earlier versions", async () => {
    const written = await aTalkativePdf();
    for (const word of TOLD)
      expect((await sightings(written, `CANARY ${word}`)).length, word).toBeGreaterThan(0);
    expect(written.toString("latin1").match(/%%EOF/g)?.length).toBe(2);

    const kept = await cleanFile(written);
    expect(kept.format).toBe("pdf");
    expect(await sightings(kept.bytes)).toEqual([]);
    for (const gone of [
      "JavaScript",
      "EmbeddedFile",
      "xmpmeta",
      "PieceInfo",
      "Exif",
      "/Launch",
      "file:",
      "pdf-lib",
    ])
      expect(await sightings(kept.bytes, gone), gone).toEqual([]);
    expect(kept.bytes.toString("latin1").match(/%%EOF/g)?.length).toBe(1);

    const read = await PDFDocument.load(kept.bytes, { updateMetadata: false });
    expect(read.getPageCount()).toBe(1);
    expect([read.getAuthor(), read.getTitle(), read.getSubject(), read.getProducer()]).toEqual(
      Array(4).fill(undefined),
    );
    expect(await sightings(kept.bytes, ON_THE_PAGE)).not.toEqual([]);
    expect(await sightings(kept.bytes, "Typed on the page")).not.toEqual([]);
    expect(await sightings(kept.bytes, "https://riverside.gov.uk/answer")).not.toEqual([]);
    expect(read.getForm().getFields()).toHaveLength(1);
  });

  it("is the same each time", async () => {
    const written = await aPlainPdf();
    expect((await cleanFile(written)).bytes).toEqual((await cleanFile(written)).bytes);
  });

  it("stays as small as it was when it is cleaned again", async () => {
    const once = await cleanFile(await aTalkativePdf());
    const twice = await cleanFile(once.bytes);
    expect(twice.bytes.length).toBeLessThanOrEqual(once.bytes.length + 16);
  });

  it.each([
    ["pdf_signed", async () => aSignedPdf()],
    ["pdf_locked", async () => aLockedPdf()],
    ["pdf_not_cleanable", async () => aDynamicForm()],
    ["pdf_not_cleanable", async () => aPdfBomb()],
    ["pdf_damaged", async () => Buffer.from("%PDF-1.7\nnothing of a PDF")],
    ["pdf_damaged", async () => (await aPlainPdf()).subarray(0, 300)],
  ])("is none of these: %s", { timeout: 30_000 }, async (code, make) => {
    await expect(cleanFile(await make())).rejects.toMatchObject({ name: "FileFailure", code });
  });
});
