/** Why a file was not taken: the codes that the catalogue words (`import.uploadError.<code>`). */
export const UPLOAD_CODES = [
  "no_file",
  "personal_identifier",
  "no_rows",
  "upload_broken",
  "file_empty",
  "file_not_a_table",
  "file_old_or_locked",
  "file_open_document",
  "quote_not_closed",
  "file_too_big",
  "export_damaged",
  "export_newer",
  "too_many_rows",
  "too_many_columns",
  "cell_too_long",
] as const;
export type UploadCode = (typeof UPLOAD_CODES)[number];
