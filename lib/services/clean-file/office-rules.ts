import type { XmlElement, XmlFate } from "./rewrite-xml";

/** What one part of an office file says of another, by the last word of its type. */
type RelationshipFate = "keep" | "drop" | "refuse_macros" | "refuse_links" | "refuse_files";

/** Who wrote it, with what, on which device; what others said about it; what programs keep for themselves. */
const DROPPED = [
  "core-properties",
  "extended-properties",
  "custom-properties",
  "thumbnail",
  "comments",
  "commentsExtended",
  "commentsIds",
  "commentsExtensible",
  "commentAuthors",
  "authors",
  "people",
  "person",
  "threadedComment",
  "customXml",
  "customXmlProps",
  "customProperty",
  "customData",
  "tags",
  "printerSettings",
  "usernames",
  "revisionHeaders",
  "revisionLog",
  "revisionInfo",
  "changesInfo",
  "slideUpdateInfo",
  "documenttasks",
  "documentTasks",
  "classificationlabels",
  "attachedTemplate",
  "attachedToolbars",
  "keyMapCustomizations",
  "recipientData",
  "mailMergeSource",
  "mailMergeHeaderSource",
  "webextension",
  "webextensiontaskpanes",
  "origin",
  "signature",
];
const MACROS = [
  "vbaProject",
  "wordVbaData",
  "control",
  "activeXControl",
  "activeXControlBinary",
  "xlMacrosheet",
];
const LINKS = ["externalLink", "externalLinkPath", "connections", "queryTable", "subDocument", "frame"];
const FILES = ["oleObject", "aFChunk", "audio", "video", "media", "hdphoto", "model3d"];

const FATES = new Map<string, RelationshipFate>([
  ...DROPPED.map((name) => [name, "drop"] as const),
  ...MACROS.map((name) => [name, "refuse_macros"] as const),
  ...LINKS.map((name) => [name, "refuse_links"] as const),
  ...FILES.map((name) => [name, "refuse_files"] as const),
]);

/** The last word of a relationship's type: programs write the same one under several addresses. */
export function relationshipKind(type: string): string {
  return type.split("/").at(-1) ?? "";
}

export function relationshipFate(kind: string): RelationshipFate {
  return FATES.get(kind) ?? "keep";
}

const ELEMENTS_DROPPED = new Set([
  // Word
  "rsids",
  "docVars",
  "docId",
  "attachedTemplate",
  "mailMerge",
  "dataBinding",
  "permStart",
  "permEnd",
  "commentRangeStart",
  "commentRangeEnd",
  "commentReference",
  "annotationRef",
  // Excel
  "fileSharing",
  "absPath",
  "customWorkbookViews",
  "customSheetViews",
  "revisionPtr",
  // PowerPoint
  "custDataLst",
  "commentRel",
]);
const ATTRIBUTES_DROPPED = new Set([
  "dateUtc",
  "refreshedBy",
  "refreshedDate",
  "refreshedDateIso",
  "lastModifiedBy",
  "userName",
  "userId",
]);
const RELATIONSHIPS = /\/officeDocument\/(?:2006\/)?relationships$/;
/** Where a file lay on somebody's device, which often holds their name. */
export const DEVICE_PATH = /(?:^|\s)(?:[A-Za-z]:\\|\\\\|file:|\/(?:Users|home|Volumes|var)\/)/;

/** Cleans one part of a Word, Excel or PowerPoint file. `gone`: the ids of relationships that were dropped from it. */
export function officeRules(gone: ReadonlySet<string>): (element: XmlElement) => XmlFate {
  return (element) => {
    if (ELEMENTS_DROPPED.has(element.local)) return "drop";
    if (element.local === "metadata" && element.uri === "http://www.w3.org/2000/svg") return "drop";
    const led = element.attributes.find(({ uri, value }) => RELATIONSHIPS.test(uri) && gone.has(value));
    if (led && element.local !== "pageSetup") return "drop";
    element.attributes = element.attributes.flatMap((attribute) => {
      const { local, uri, value } = attribute;
      const ofWord = uri.includes("wordprocessingml") || uri.includes("/word/");
      if (attribute === led || ATTRIBUTES_DROPPED.has(local)) return [];
      if (ofWord && (local.startsWith("rsid") || local === "date")) return [];
      if (local === "uid" && uri.includes("revision")) return [];
      if (local === "title" && uri === "urn:schemas-microsoft-com:office:office") return [];
      // A change that is kept in view needs a name beside it.
      if (ofWord && local === "author") return [{ ...attribute, value: "Author" }];
      if (ofWord && local === "initials") return [{ ...attribute, value: "" }];
      if (["descr", "name", "title", "alt"].includes(local) && DEVICE_PATH.test(value))
        return [{ ...attribute, value: "" }];
      return [attribute];
    });
    return "keep";
  };
}
