import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanFile } from "@/lib/services/clean-file/clean-file";
import { stripJpeg } from "@/lib/services/clean-file/strip-jpeg";
import { stripPng } from "@/lib/services/clean-file/strip-png";
import { sightings } from "@/tests/factories/files/canary";
import { aHeicPicture, aHugePicture, aMovingPicture, aPicture } from "@/tests/factories/files/pictures";

const NOTES = [
  "Exif",
  "http://ns.adobe.com",
  "xpacket",
  "8BIM",
  "ICC_PROFILE",
  "GPS",
  "eXIf",
  "iCCP",
  "tEXt",
  "iTXt",
];

/** The dots as they are stored, whatever a profile says of their colours. */
async function dotsOf(picture: Buffer): Promise<string> {
  const dots = await sharp(picture, { ignoreIcc: true }).raw().toBuffer();
  return createHash("sha256").update(dots).digest("hex");
}

describe("a picture that is kept", () => {
  it.each(["jpeg", "png", "webp"] as const)("says nothing beside its dots: %s", async (format) => {
    const taken = await aPicture(format);
    expect((await sightings(taken)).length).toBeGreaterThan(0);
    const before = await sharp(taken).metadata();
    expect(before.exif?.toString("latin1")).toContain("CANARY gps");
    expect(before.orientation).toBe(6);

    const kept = await cleanFile(taken);
    expect(kept.format).toBe(format);
    expect(await sightings(kept.bytes)).toEqual([]);
    for (const note of NOTES) expect(kept.bytes.includes(note), note).toBe(false);
    const after = await sharp(kept.bytes).metadata();
    expect(after).toMatchObject({ format, width: 32, height: 64 });
    expect([after.exif, after.xmp, after.icc, after.iptc, after.comments, after.orientation]).toEqual(
      Array(6).fill(undefined),
    );
  });

  it("is turned as the camera said", async () => {
    const { bytes } = await cleanFile(await aPicture("png"));
    // Dark on its left before: a quarter turned, dark above.
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(data[(4 * info.width + 16) * info.channels]).toBeLessThan(60);
    expect(data[(info.height - 4) * info.width * info.channels]).toBeGreaterThan(200);
  });

  it.each([
    ["picture_heic", async () => aHeicPicture()],
    ["picture_too_large", aHugePicture],
    ["picture_moves", aMovingPicture],
    ["picture_damaged", async () => (await aPicture("jpeg")).subarray(0, 600)],
    ["kind_unknown", async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")],
    ["kind_unknown", async () => Buffer.from("<html><script>alert(1)</script>")],
    ["kind_unknown", async () => Buffer.from("MZ\u0090\u0000a program")],
    [
      "kind_unknown",
      async () =>
        sharp(await aPicture("png"))
          .gif()
          .toBuffer(),
    ],
    ["file_empty", async () => Buffer.alloc(0)],
  ])("is none of these: %s", async (code, make) => {
    await expect(cleanFile(await make())).rejects.toMatchObject({ name: "FileFailure", code });
  });
});

describe("a picture inside of a document", () => {
  it("keeps its dots and loses its notes as a JPEG", async () => {
    const taken = await aPicture("jpeg");
    const kept = stripJpeg(taken);
    expect(await sightings(kept)).toEqual([]);
    expect(await dotsOf(kept)).toBe(await dotsOf(taken));
  });

  it("keeps its dots and loses its notes as a PNG", async () => {
    const taken = await aPicture("png");
    const kept = stripPng(taken);
    expect(await sightings(kept)).toEqual([]);
    expect(await dotsOf(kept)).toBe(await dotsOf(taken));
  });
});
