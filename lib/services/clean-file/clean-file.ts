import { fileTypeFromBuffer } from "file-type";
import { ATTACHMENT_LIMITS, type AttachmentFormat } from "@/lib/domain/attachment";
import { cleanOffice } from "./clean-office";
import { cleanOpenDocument } from "./clean-open-document";
import { cleanPdf } from "./clean-pdf";
import { cleanPicture } from "./clean-picture";
import { FileFailure } from "./failure";
import { fullRoom } from "./zip-package";

export type CleanFile = { format: AttachmentFormat; bytes: Buffer };

/** Enough of a file to tell what it is. */
const HEAD = 4096;
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const OLD_OFFICE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Tells from its content what a file is, and writes it anew without what it says about people beside its content.
 * Nothing of the bytes that came in is kept as it was. Whatever cannot be cleaned for certain is refused.
 * @throws FileFailure
 */
async function clean(bytes: Buffer): Promise<CleanFile> {
  if (bytes.length === 0) throw new FileFailure("file_empty");
  if (bytes.subarray(0, 8).equals(OLD_OFFICE)) {
    const locked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new FileFailure(locked ? "office_locked" : "office_old");
  }
  if (bytes.subarray(0, 4).equals(ZIP)) {
    const isOpenDocument = bytes.subarray(30, 38).toString("latin1") === "mimetype";
    return isOpenDocument ? cleanOpenDocument(bytes, fullRoom()) : cleanOffice(bytes, fullRoom());
  }
  switch ((await fileTypeFromBuffer(bytes.subarray(0, HEAD)))?.ext) {
    case "jpg":
      return { format: "jpeg", bytes: await cleanPicture(bytes, "jpeg") };
    case "png":
      return { format: "png", bytes: await cleanPicture(bytes, "png") };
    case "webp":
      return { format: "webp", bytes: await cleanPicture(bytes, "webp") };
    case "apng":
      throw new FileFailure("picture_moves");
    case "heic":
      throw new FileFailure("picture_heic");
    case "pdf":
      return { format: "pdf", bytes: await cleanPdf(bytes) };
    default:
      throw new FileFailure("kind_unknown");
  }
}

/** At most this many at once: each may take 300 MB for a moment. */
const AT_ONCE = 1;
let running = 0;
const waiting: (() => void)[] = [];

/** As `clean`, one after the other, and no bigger than what is kept. */
export async function cleanFile(bytes: Buffer): Promise<CleanFile> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    const file = await clean(bytes);
    if (file.bytes.length > ATTACHMENT_LIMITS.file) throw new FileFailure("attachment_grew");
    return file;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
