import { crc32 } from "node:zlib";
import sharp from "sharp";
import { CANARY } from "./canary";

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${CANARY} xmp"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** Wide and dark on its left, as a camera that was held upright would have stored it. */
function dots(width = 64, height = 32) {
  const raw = Buffer.alloc(width * height * 3, 255);
  for (let row = 0; row < height; row += 1) raw.fill(0, row * width * 3, row * width * 3 + width);
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

/** A picture with the place it was taken, who took it, a direction to be turned in, a profile and XMP. */
export async function aPicture(format: "jpeg" | "png" | "webp"): Promise<Buffer> {
  const picture = await dots()
    .withExif({
      IFD0: { Artist: `${CANARY} artist`, Copyright: `${CANARY} copyright`, Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 26/1", GPSMapDatum: `${CANARY} gps` },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(XMP)
    .withIccProfile("p3", { attach: true })
    .toFormat(format)
    .toBuffer();
  if (format === "jpeg") return withJpegNotes(picture);
  if (format === "png") return withPngNotes(picture);
  return picture;
}

function jpegSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A comment, IPTC, and a second file after the end: a phone's moving picture. */
function withJpegNotes(jpeg: Buffer): Buffer {
  const iptc = Buffer.from(
    `Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000\u0000\u0000\u0000\u001b\u001c\u0002\u0050\u0000\u000b${CANARY} iptc`,
    "latin1",
  );
  return Buffer.concat([
    jpeg.subarray(0, 2),
    jpegSegment(0xfe, Buffer.from(`${CANARY} comment`)),
    jpegSegment(0xed, iptc),
    jpeg.subarray(2),
    Buffer.from(`ftypmp42 ${CANARY} after the end`),
  ]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, sum]);
}

function withPngNotes(png: Buffer): Buffer {
  const afterHead = 8 + 25;
  return Buffer.concat([
    png.subarray(0, afterHead),
    pngChunk("tEXt", Buffer.from(`Author\u0000${CANARY} text`, "latin1")),
    pngChunk("iTXt", Buffer.from(`Comment\u0000\u0000\u0000en\u0000\u0000${CANARY} itxt`, "utf8")),
    png.subarray(afterHead),
    Buffer.from(`${CANARY} after the end`),
  ]);
}

/** The head of a picture as phones save it when they are not asked for JPEG. */
export function aHeicPicture(): Buffer {
  const head = Buffer.alloc(64);
  head.writeUInt32BE(24);
  head.write("ftypheic", 4, "latin1");
  head.write("mif1heic", 16, "latin1");
  return head;
}

/** A picture that claims more dots than any camera takes, in a few bytes. */
export async function aHugePicture(): Promise<Buffer> {
  return sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: "white" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

export async function aMovingPicture(): Promise<Buffer> {
  const frame = await dots(8, 8).png().toBuffer();
  const other = await dots(8, 8).negate().png().toBuffer();
  return sharp([frame, other], { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
}
