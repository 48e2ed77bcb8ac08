/** What may be attached to a record, and how much of it. All limits stand here. */

const MB = 1024 * 1024;

export const ATTACHMENT_LIMITS = {
  /** Bytes of one file, as it comes in and as it is kept. */
  file: 10 * MB,
  /** Bytes of all files of a workspace together, those in the trash included. */
  workspace: 1024 * MB,
  /** Files of one consultation, answer or follow-up. */
  perRecord: 30,
} as const;

/** Every kind of file that is kept, and what it is served as: never what somebody says it is. */
export const ATTACHMENT_TYPES = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
} as const;

export type AttachmentFormat = keyof typeof ATTACHMENT_TYPES;

/** Formats whose files a browser may show by itself: pictures that we wrote ourselves. */
export function isPicture(format: AttachmentFormat): boolean {
  return format === "jpeg" || format === "png" || format === "webp";
}

/** The content policy of a file that is served: whatever is in it, it runs, fetches and embeds nothing. */
export const ATTACHMENT_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The path of a file that is served. */
export const ATTACHMENT_PATH = /^\/w\/[^/]+\/files\/[0-9a-f-]{36}$/i;

/** What a file can belong to. */
export const ATTACHED_TO = ["consultation", "response", "follow_up"] as const;
export type AttachedTo = (typeof ATTACHED_TO)[number];

/** The record a file belongs to. */
export type AttachmentSubject = { kind: AttachedTo; id: string };

const ENDINGS: Record<AttachmentFormat, RegExp> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
  pdf: /\.pdf$/i,
  docx: /\.docx$/i,
  xlsx: /\.xlsx$/i,
  pptx: /\.pptx$/i,
  odt: /\.odt$/i,
  ods: /\.ods$/i,
  odp: /\.odp$/i,
};
const LONGEST_NAME = 160;
// What a device takes for a path or refuses, and what turns the reading direction of a name round.
const NOT_IN_NAMES = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF<>:"/\\|?*]/gu;

/**
 * A name for people, made from what somebody typed or what their device called the file: one line, no part of a path,
 * nothing that cannot be seen, and ending as its format does. `fallback` where nothing of it is left.
 */
export function attachmentName(typed: string, format: AttachmentFormat, fallback: string): string {
  const last = typed.split(/[/\\]/).at(-1) ?? "";
  const plain = last.toWellFormed().normalize("NFC").replace(NOT_IN_NAMES, " ").replace(/\s+/g, " ").trim();
  const stem = plain.replace(ENDINGS[format], "").replace(/^[.\s]+|[.\s]+$/g, "");
  const short = [...stem].slice(0, LONGEST_NAME).join("").trim();
  return `${short || fallback}.${format === "jpeg" ? "jpg" : format}`;
}

/** Why a file is not kept. Each is worded by the catalogue with what to do instead. */
export const FILE_PROBLEMS = [
  "no_file",
  "upload_broken",
  "file_empty",
  "attachment_too_big",
  /** Too big only after it was written anew. */
  "attachment_grew",
  "kind_unknown",
  "picture_heic",
  "picture_damaged",
  "picture_too_large",
  "picture_moves",
  "pdf_damaged",
  "pdf_locked",
  "pdf_signed",
  "pdf_not_cleanable",
  "office_damaged",
  "office_locked",
  "office_old",
  "office_macros",
  "office_linked",
  "office_holds_files",
  "office_not_cleanable",
  "no_room",
  "too_many_files",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];
