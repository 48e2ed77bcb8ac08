import { fileTypeFromBuffer } from "file-type";
import { cleanPicture } from "./clean-picture";
import { FileFailure } from "./failure";
import { stripJpeg } from "./strip-jpeg";
import { stripPng } from "./strip-png";

/** What notes begin with, in formats that cannot be taken apart here. */
const NOTES = ["Exif\0\0", "<x:xmpmeta", "<?xpacket", "http://ns.adobe.com/"];
/** Drawings of older office programs: they hold shapes, and are looked through for notes. */
const DRAWINGS = new Set(["emf", "wmf", "svm", "bmp"]);

function looksLikeDrawing(name: string, bytes: Buffer): boolean {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  if (DRAWINGS.has(ending)) return true;
  // LibreOffice gives its previews of objects no ending.
  return bytes.subarray(0, 6).toString("latin1") === "VCLMTF" || bytes.readUInt32LE(0) === 1;
}

/**
 * A picture inside of an office file, without what was written beside its dots.
 * @throws FileFailure office_holds_files for what is no picture known here, picture_damaged
 */
export async function cleanInside(name: string, bytes: Buffer): Promise<Buffer> {
  if (bytes.length < 8) return bytes.every((one) => one === 0) ? bytes : refuse();
  switch ((await fileTypeFromBuffer(bytes.subarray(0, 4096)))?.ext) {
    case "jpg":
      return stripJpeg(bytes);
    case "png":
      return stripPng(bytes);
    case "apng":
      return cleanPicture(bytes, "png");
    case "gif":
      return cleanPicture(bytes, "gif");
    case "webp":
      return cleanPicture(bytes, "webp");
  }
  if (!looksLikeDrawing(name, bytes)) return refuse();
  const text = bytes.toString("latin1");
  if (NOTES.some((note) => text.includes(note))) return refuse();
  return bytes;
}

function refuse(): never {
  throw new FileFailure("office_holds_files");
}
