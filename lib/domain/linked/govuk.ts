import { z } from "zod";
import { isPlainDate, type PlainDate, todayIn } from "@/lib/domain/plain-date";
import type { LinkedPage, PublishedOutcome } from "./linked-page";
import { plainText, tidyText } from "./plain-text";

const text = z.string().catch("");
const file = z.looseObject({ title: text, url: text, filename: text });

/** A consultation as GOV.UK's content API shows it: what is used of it. */
const contentItem = z.looseObject({
  schema_name: z.literal("consultation"),
  document_type: z.string(),
  title: z.string().min(1),
  description: text,
  public_updated_at: text,
  details: z.looseObject({
    opening_date: text,
    closing_date: text,
    final_outcome_detail: text,
    final_outcome_publication_date: text,
    final_outcome_documents: z.array(z.string()).catch([]),
    final_outcome_attachments: z.array(z.string()).catch([]),
    public_feedback_detail: text,
    public_feedback_publication_date: text,
    public_feedback_documents: z.array(z.string()).catch([]),
    public_feedback_attachments: z.array(z.string()).catch([]),
    attachments: z.array(file).catch([]),
    change_history: z.array(z.looseObject({ public_timestamp: text })).catch([]),
  }),
  links: z
    .looseObject({ organisations: z.array(z.looseObject({ title: z.string() })).catch([]) })
    .catch({ organisations: [] }),
});
type Details = z.output<typeof contentItem>["details"];

/** The day of a moment, in the country whose pages these are. */
function dayOf(moment: string): PlainDate | null {
  const at = new Date(moment);
  if (moment === "" || Number.isNaN(at.getTime())) return null;
  const day = todayIn("Europe/London", at);
  return isPlainDate(day) ? day : null;
}

const HEADING = /<h[1-6]\b([^<>]{0,300})>([\s\S]{0,1000}?)<\/h[1-6]>/gi;

/** Titles of published files, one a line: of those that are named, or of those that are drawn as HTML. */
function titles({ attachments }: Details, named: readonly string[], drawn: readonly string[]): string {
  const known = attachments.filter(({ url, filename }) =>
    named.some((name) => name !== "" && (filename === name || url.endsWith(`/${name}`))),
  );
  const headings = drawn
    .slice(0, 50)
    .flatMap((html) => [...html.slice(0, 50_000).matchAll(HEADING)])
    .filter(([, attributes]) => attributes?.includes('class="title"'))
    .map(([, , title]) => title ?? "");
  return [...known.map(({ title }) => title), ...headings.map((title) => plainText(title, 300))]
    .filter(Boolean)
    .join("\n");
}

function outcomeOf(type: string, details: Details, updated: string): PublishedOutcome | null {
  const lastChange =
    details.change_history
      .map(({ public_timestamp: at }) => at)
      .sort()
      .at(-1) ?? "";
  const final = [
    details.final_outcome_detail,
    ...details.final_outcome_documents,
    ...details.final_outcome_attachments,
  ];
  if (type === "consultation_outcome" && final.some(Boolean)) {
    const words = plainText(details.final_outcome_detail, 3000);
    const files = titles(details, details.final_outcome_attachments, details.final_outcome_documents);
    return {
      kind: "decision",
      on: dayOf(details.final_outcome_publication_date) ?? dayOf(lastChange) ?? dayOf(updated),
      summary: tidyText([words, files].filter(Boolean).join("\n\n"), 4000) || null,
    };
  }
  const said = [
    details.public_feedback_detail,
    ...details.public_feedback_documents,
    ...details.public_feedback_attachments,
  ];
  if (!["consultation_outcome", "closed_consultation"].includes(type) || !said.some(Boolean)) return null;
  const words = plainText(details.public_feedback_detail, 3000);
  const files = titles(details, details.public_feedback_attachments, details.public_feedback_documents);
  return {
    kind: "findings",
    on: dayOf(details.public_feedback_publication_date) ?? dayOf(lastChange) ?? dayOf(updated),
    summary: tidyText([words, files].filter(Boolean).join("\n\n"), 4000) || null,
  };
}

/** Reads a content item; null for what is no consultation. GOV.UK states no date for the answer. */
export function readGovuk(body: unknown): LinkedPage | null {
  const read = contentItem.safeParse(body);
  if (!read.success) return null;
  const { title, description, details, links, document_type: type, public_updated_at: updated } = read.data;
  return {
    title: tidyText(title, 1000),
    bodies: links.organisations
      .slice(0, 20)
      .map((one) => tidyText(one.title, 300))
      .filter(Boolean),
    startsOn: dayOf(details.opening_date),
    endsOn: dayOf(details.closing_date),
    purpose: plainText(description, 2000) || null,
    answerPromisedOn: null,
    outcome: outcomeOf(type, details, updated),
  };
}
