import sharp, { type Sharp } from "sharp";
import { FileFailure, unless } from "./failure";

/** A phone's best picture has 50 million dots, and this many take about 250 MB of memory while they are turned. */
const MOST_PIXELS = 60_000_000;

// One picture at a time, and nothing kept between them: memory stays where it was.
sharp.cache(false);
sharp.concurrency(1);

const WRITERS = {
  jpeg: (picture: Sharp) => picture.jpeg({ quality: 88 }),
  png: (picture: Sharp) => picture.png({ compressionLevel: 9 }),
  webp: (picture: Sharp) => picture.webp({ quality: 88 }),
  gif: (picture: Sharp) => picture.gif(),
} as const;

export type PictureFormat = keyof typeof WRITERS;

/**
 * Draws a picture anew, from its dots alone: turned as the camera said, in the colours every screen knows. Places,
 * dates, names, previews, profiles, comments and whatever came after its end are not among the dots.
 * @throws FileFailure picture_damaged, picture_too_large, picture_moves
 */
export async function cleanPicture(bytes: Buffer, format: PictureFormat): Promise<Buffer> {
  return unless("picture_damaged", async () => {
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height * (format === "gif" ? 1 : (pages ?? 1)) > MOST_PIXELS)
      throw new FileFailure("picture_too_large");
    if ((pages ?? 1) > 1) throw new FileFailure("picture_moves");
    const dots = sharp(bytes, { failOn: "error", limitInputPixels: MOST_PIXELS }).autoOrient();
    return WRITERS[format](dots.toColourspace("srgb")).toBuffer();
  });
}
