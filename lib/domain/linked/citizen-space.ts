import { z } from "zod";
import { isPlainDate, type PlainDate } from "@/lib/domain/plain-date";
import type { LinkedPage, PublishedOutcome } from "./linked-page";
import { plainText, tidyText } from "./plain-text";

const text = z.string().catch("");

/**
 * An activity as Citizen Space's public API shows it: what is used of it. Its reference says `resultsdate`, its sites
 * answer `resultdate`: both are read. What was done with people's words is not in the reference; where a site sends it,
 * it is read.
 */
const activity = z.looseObject({
  id: z.string().min(1),
  title: z.string().min(1),
  url: text,
  status: text,
  overview: text,
  why: text,
  department: text,
  startdate: text,
  enddate: text,
  what_happens_next: text,
  feedbackdate: text,
  resultdate: text,
  resultsdate: text,
  feedback: text,
  we_asked: text,
  you_said: text,
  we_did: text,
});

/** `2026/03/04`, with or without a time, or with hyphens. */
function dayOf(written: string): PlainDate | null {
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(written.trim()) ?? [];
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isPlainDate(date) ? date : null;
}

function outcomeOf(one: z.output<typeof activity>, today: PlainDate): PublishedOutcome | null {
  const on = dayOf(one.resultdate) ?? dayOf(one.resultsdate);
  if (on === null || on > today) return null;
  const said = [one.feedback, one.you_said, one.we_did].map((html) => plainText(html, 2000)).filter(Boolean);
  return {
    kind: one.we_did ? "decision" : "findings",
    on,
    summary: tidyText(said.join("\n\n") || plainText(one.what_happens_next, 2000), 4000) || null,
  };
}

/**
 * Reads an activity; null for what is none. The date they say people will hear by (`feedbackdate`) is their promise.
 * @param today in the country of whoever reads: a date of results that is still to come is no outcome
 */
export function readCitizenSpace(body: unknown, today: PlainDate): LinkedPage | null {
  const read = activity.safeParse(Array.isArray(body) ? body[0] : body);
  if (!read.success) return null;
  const one = read.data;
  return {
    title: tidyText(plainText(one.title, 1000), 1000),
    bodies: [tidyText(plainText(one.department, 300), 300)].filter(Boolean),
    startsOn: dayOf(one.startdate),
    endsOn: dayOf(one.enddate),
    purpose: plainText(one.overview || one.why, 2000) || null,
    answerPromisedOn: dayOf(one.feedbackdate),
    outcome: outcomeOf(one, today),
  };
}
