import { z } from "zod";
import { choice, recordId, text } from "./fields";
import { notWords } from "./privacy/free-text";
import { BODY_KINDS, type BodyKind } from "./taxonomy";

/** How many names a search answers. */
export const MOST_HITS = 8;

/** A public body that a search came upon. */
export type BodyHit = {
  /** Its id in this workspace; null for one of the shared directory that is not in it yet. */
  id: string | null;
  name: string;
  kind: BodyKind;
  /** Of the shared directory: "England", "Scotland"… */
  nation: string | null;
};

/** The form of a public body. `version` is what the form was opened with: see `bodyVersion`. */
export const revisedBody = z.strictObject({
  id: recordId,
  name: text(300),
  kind: choice(BODY_KINDS),
  version: notWords(z.string(), "what the form was opened with"),
});

/** A body has two fields; together they are its version. */
export function bodyVersion({ name, kind }: { name: string; kind: BodyKind }): string {
  return `${kind} ${name}`;
}

/** What an address asks the search for, at most 200 characters. */
export function readSearch(asked: unknown): string {
  return typeof asked === "string" ? asked.replaceAll("\u0000", "").trim().slice(0, 200).toWellFormed() : "";
}
