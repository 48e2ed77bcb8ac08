import { z } from "zod";
import { plainDate } from "@/lib/domain/fields";

/** What a public body published about what came of a consultation. Nobody has looked at it yet. */
export const publishedOutcome = z.object({
  kind: z.enum(["findings", "decision"]),
  /** The day it was published; null when the page does not say. */
  on: plainDate.nullable(),
  /** Their words, as plain text; null where only files were published. */
  summary: z.string().nullable(),
});
export type PublishedOutcome = z.output<typeof publishedOutcome>;

/** What a page says of a consultation, as plain text and dates. */
export const linkedPage = z.object({
  title: z.string(),
  /** Who asks: the first one, and the others. */
  bodies: z.array(z.string()),
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  purpose: z.string().nullable(),
  answerPromisedOn: plainDate.nullable(),
  outcome: publishedOutcome.nullable(),
});
export type LinkedPage = z.output<typeof linkedPage>;

/** The fields of a consultation's form that a page can fill. */
export const FILLED_FIELDS = [
  "title",
  "publicBody",
  "otherBodies",
  "purpose",
  "startsOn",
  "endsOn",
  "answerPromisedOn",
  "sourceUrl",
] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

/** A form's fields filled with what a page says; what it does not say is left out. */
export function filledValues(page: LinkedPage, sourceUrl: string): Partial<Record<FilledField, string[]>> {
  const [first, ...others] = page.bodies;
  const values: Record<FilledField, string | null | undefined> = {
    title: page.title,
    publicBody: first,
    otherBodies: others.join("\n"),
    purpose: page.purpose,
    startsOn: page.startsOn,
    endsOn: page.endsOn,
    answerPromisedOn: page.answerPromisedOn,
    sourceUrl,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, [value]]] : [])),
  );
}
