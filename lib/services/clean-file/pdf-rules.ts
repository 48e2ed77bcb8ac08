/** What goes from every dictionary of a PDF, wherever it stands. */
export const NOWHERE = [
  "Metadata",
  "PieceInfo",
  "LastModified",
  "Thumb",
  "AA",
  "AF",
  "OpenAction",
  "JS",
  "JavaScript",
  "EF",
  "RF",
  "CreatorInfo",
  "OPI",
  "Alternates",
] as const;

/** What goes from the catalogue: programs, files, other people's notes on the whole document. */
export const NOT_IN_CATALOGUE = [
  "Collection",
  "Perms",
  "DSS",
  "Threads",
  "OutputIntents",
  "SpiderInfo",
  "Requirements",
  "Legal",
  "Names",
] as const;

/** What a name tree may still name: places to jump to, and how things look. */
export const NAMES_KEPT = ["Dests", "AP"] as const;

/** Notes that somebody put on a page: they go as a whole. */
export const COMMENTS = new Set([
  "Text",
  "Popup",
  "FileAttachment",
  "Sound",
  "Movie",
  "Screen",
  "RichMedia",
  "3D",
  "Redact",
  "Projection",
  "TrapNet",
  "PrinterMark",
  "Caret",
]);

/** Marks on a page that are part of what it shows. Of these goes who made them, when, and what they said about it. */
export const OF_A_MARK = [
  "T",
  "RC",
  "Popup",
  "IRT",
  "RT",
  "M",
  "CreationDate",
  "NM",
  "Subj",
  "ExData",
  "StateModel",
  "State",
] as const;

/** What a click may do: go somewhere in the document, or to an address. */
export const CLICKS = new Set(["GoTo", "URI", "Named"]);
export const ADDRESSES = /^(?:https?:|mailto:|tel:|www\.)/i;
