import { findIdentifiers } from "./find-identifiers";
import type { IdentifierKind } from "./identifier";

/** A field in which people write words of their own. */
export interface FreeTextField {
  field: string;
  /** Says where something takes place: a postcode belongs there. */
  venue?: true;
  /** Kinds that this field's ordinary content looks like. */
  except?: readonly IdentifierKind[];
}

/**
 * The free-text fields of each record. Links are among them (an address can carry somebody's e-mail).
 * A reference is the organisation's or the source's own key, so codes and bare numbers are expected in it:
 * were they held back, a whole register keyed like passports could not be brought in.
 */
export const FREE_TEXT_FIELDS = {
  consultation: [
    {
      field: "reference",
      except: [
        "nhs_number",
        "passport",
        "brp",
        "evisa_share_code",
        "home_office_reference",
        "uan",
        "postcode",
      ],
    },
    { field: "title" },
    { field: "publicBody" },
    { field: "otherBodies" },
    { field: "topics" },
    { field: "purpose" },
    { field: "sourceUrl" },
    { field: "explanationDecidedBy" },
    { field: "notes" },
  ],
  response: [{ field: "summary" }, { field: "sourceUrl" }],
  followUp: [
    { field: "publicBody" },
    { field: "title" },
    { field: "promisedWords" },
    { field: "madeByRole" },
    { field: "evidenceUrl" },
    { field: "moveReason" },
  ],
  extension: [{ field: "reason" }, { field: "agreedBy" }],
} as const satisfies Record<string, readonly FreeTextField[]>;
export type FreeTextRecord = keyof typeof FREE_TEXT_FIELDS;

/** A kind of identifier found in a field; each pair once, in the order of the fields. Never the text. */
export interface FieldIdentifier {
  field: string;
  kind: IdentifierKind;
}

/**
 * Reads the named fields of `values`: texts and lists of texts; anything else is passed over.
 * Answers what identifies a person, and in which field.
 */
export function findInFields(
  values: Readonly<Record<string, unknown>>,
  fields: readonly FreeTextField[],
): FieldIdentifier[] {
  return fields.flatMap(({ field, venue = false, except = [] }) => {
    const value = values[field];
    const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
    const kinds = texts.flatMap((text) => findIdentifiers(text, { venue }).map(({ kind }) => kind));
    return [...new Set(kinds)].filter((kind) => !except.includes(kind)).map((kind) => ({ field, kind }));
  });
}
