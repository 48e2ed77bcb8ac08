import { z } from "zod";
import {
  choice,
  optionalDate,
  optionalText,
  plainDate,
  recordId,
  text,
  twoDecimals,
  wholeNumber,
} from "./fields";
import { venue } from "./privacy/free-text";
import { ACTIVITY_KINDS, CONTRIBUTIONS, EVENT_OWNERS, OUTCOMES } from "./taxonomy";

/** How many officials the form has room for. More of one office are one line: "three ward officers". */
export const OFFICIAL_ROWS = [1, 2, 3, 4, 5] as const;

// A form sends a list as ticked boxes and as lines of a text; a program sends an array. Empty entries are no entries.
function entries(given: unknown): unknown {
  const items = Array.isArray(given) ? given : [given];
  return items
    .flatMap((item) => (typeof item === "string" ? item.split(/\r?\n/) : item == null ? [] : [item]))
    .filter((item) => typeof item !== "string" || item.trim() !== "");
}

const people = wholeNumber(0, 1_000_000).nullable().default(null);
const brought = z.preprocess(entries, z.array(choice(CONTRIBUTIONS)).max(50, "too_many"));
const role = optionalText(200).default(null);
const office = optionalText(200).default(null);
const body = optionalText(300).default(null);

/** The fields of an activity, one for each field of its form. Hours: how long it lasted. */
const activityFields = {
  title: text(1000),
  kind: choice(ACTIVITY_KINDS),
  ownKind: optionalText(100).default(null),
  startsOn: plainDate,
  endsOn: optionalDate.default(null),
  place: venue(optionalText(300)).default(null),
  whose: choice(EVENT_OWNERS).default("ours"),
  publicBody: optionalText(300).default(null),
  hours: twoDecimals(100_000).nullable().default(null),
  topics: z.preprocess(entries, z.array(text(200)).max(50, "too_many")),
  outcomes: z.preprocess(entries, z.array(choice(OUTCOMES)).max(50, "too_many")),
  outcomesSource: optionalText(2000).default(null),
  notes: optionalText(20_000).default(null),
  people_members: people,
  people_returnees: people,
  people_families: people,
  people_community_leaders: people,
  people_local_government: people,
  people_ngos: people,
  people_businesses: people,
  people_youth_groups: people,
  people_womens_groups: people,
  people_host_community: people,
  people_faith_groups: people,
  people_unions: people,
  people_media: people,
  brought_members: brought,
  brought_returnees: brought,
  brought_families: brought,
  brought_community_leaders: brought,
  brought_local_government: brought,
  brought_ngos: brought,
  brought_businesses: brought,
  brought_youth_groups: brought,
  brought_womens_groups: brought,
  brought_host_community: brought,
  brought_faith_groups: brought,
  brought_unions: brought,
  brought_media: brought,
  role_1: role,
  office_1: office,
  body_1: body,
  role_2: role,
  office_2: office,
  body_2: body,
  role_3: role,
  office_3: office,
  body_3: body,
  role_4: role,
  office_4: office,
  body_4: body,
  role_5: role,
  office_5: office,
  body_5: body,
};

type Fields = z.output<z.ZodObject<typeof activityFields>>;

function makesSense(input: Fields, ctx: z.core.$RefinementCtx<Fields>): void {
  const wrong = (path: keyof Fields, message: string) =>
    ctx.addIssue({ code: "custom", path: [path], message });
  if (input.endsOn && input.endsOn < input.startsOn) wrong("endsOn", "before_start");
  if (input.kind === "own" && !input.ownKind) wrong("ownKind", "required");
  for (const row of OFFICIAL_ROWS) {
    const given = input[`office_${row}`] ?? input[`body_${row}`];
    if (given && !input[`role_${row}`]) wrong(`role_${row}`, "required");
  }
}

/** A new activity carries the id its form was opened with: the same form sent twice makes one record. */
export const newActivity = z.strictObject({ id: recordId, ...activityFields }).superRefine(makesSense);

/** A whole activity as revised, and the version it was made from. */
export const revisedActivity = z
  .strictObject({ id: recordId, version: wholeNumber(1, 1_000_000_000), ...activityFields })
  .superRefine(makesSense);

export type ActivityContent = Fields;
