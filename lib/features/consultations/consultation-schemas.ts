import { z } from "zod";
import { datesInOrder, newConsultation, revisedConsultation } from "@/lib/domain/consultation";
import { choice, optionalText, text } from "@/lib/domain/fields";
import { BODY_KINDS } from "@/lib/domain/taxonomy";

// A form sends a list as ticked boxes and as lines of a text; a program sends an array. Empty entries are no entries.
function entries(given: unknown): unknown {
  const items = Array.isArray(given) ? given : [given];
  return items
    .flatMap((item) =>
      typeof item === "string" ? item.split(/\r?\n/) : item === undefined || item === null ? [] : [item],
    )
    .filter((item) => typeof item !== "string" || item.trim() !== "");
}

function names(longest: number) {
  return z.preprocess(entries, z.array(text(longest)).max(50, "too_many"));
}

const lists = {
  otherBodies: names(300),
  topics: names(200),
  paidFor: z.preprocess(entries, newConsultation.shape.paidFor),
  /** What kind of body was asked by: for a new one, or to correct it. null leaves it as it is. */
  publicBodyKind: choice(BODY_KINDS).nullable().default(null),
};

/** A new consultation with the id its form was opened with. */
export const loggedSchema = datesInOrder(
  z.strictObject({
    ...newConsultation.shape,
    ...lists,
    /** Their words, as they were heard: kept as a promise of the body's. */
    promise: optionalText(5000).default(null),
  }),
);

// Calling off and reasons accepted are questions of their own: the long form leaves them as they are.
const { cancelledOn, explanationAcceptedOn, explanationDecidedBy, explanationMembersIn, ...longForm } =
  revisedConsultation.shape;

/** A whole consultation as revised on the long form, and the version it was made from. */
export const revisedSchema = datesInOrder(z.strictObject({ ...longForm, ...lists }));

export type LongForm = Omit<z.output<typeof revisedSchema>, "id" | "version">;
