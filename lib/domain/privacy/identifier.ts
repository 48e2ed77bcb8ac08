/** What free text can hold that identifies a person. Stable: the API answers them, catalogues word them. */
export const IDENTIFIER_KINDS = [
  "email",
  "phone",
  "national_insurance",
  "nhs_number",
  "passport",
  "brp",
  "evisa_share_code",
  "home_office_reference",
  "uan",
  "gwf",
  "postcode",
  "date_of_birth",
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Where an identifier stands in the text as it was given (UTF-16 units, `end` exclusive). Never the text itself. */
export interface Identifier {
  kind: IdentifierKind;
  start: number;
  end: number;
}

/**
 * What a finder saw, in the readable text. `official` is an address or number that anybody may print:
 * it is not reported, and it keeps weaker finders from taking its digits for something else.
 */
export interface Sighting extends Identifier {
  official?: true;
}
