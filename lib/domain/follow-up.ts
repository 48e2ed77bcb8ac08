import { z } from "zod";
import {
  choice,
  optionalDate,
  optionalText,
  optionalUrl,
  plainDate,
  recordId,
  text,
  wholeNumber,
} from "./fields";
import {
  BODY_SAYS,
  COMMUNITY_SAYS,
  FOLLOW_UP_OWNERS,
  PROMISE_BASES,
  RESPONSE_KINDS,
  WAITING_ON,
} from "./taxonomy";

/** The fields of a follow-up: a promise when the body owns it, ours or joint otherwise. */
const followUpFields = {
  owner: choice(FOLLOW_UP_OWNERS).default("body"),
  waitingOn: choice(WAITING_ON).default("body"),
  publicBody: optionalText(300).default(null),
  title: text(500),
  promisedWords: optionalText(5000).default(null),
  basis: choice(PROMISE_BASES).nullable().default(null),
  madeByRole: optionalText(200).default(null),
  madeOn: optionalDate.default(null),
  dueOn: optionalDate.default(null),
  bodySays: choice(BODY_SAYS).default("not_started"),
  doneOn: optionalDate.default(null),
  communitySays: choice(COMMUNITY_SAYS).default("not_asked"),
  evidenceUrl: optionalUrl.default(null),
};

type Sides = { bodySays: string; communitySays: string; doneOn: string | null; madeOn: string | null };

function sidesAgree(input: Sides, ctx: z.core.$RefinementCtx<Sides>): void {
  const wrong = (path: keyof Sides, message: string) =>
    ctx.addIssue({ code: "custom", path: [path], message });
  if (input.communitySays !== "not_asked" && input.bodySays !== "done")
    wrong("communitySays", "only_when_done");
  if (input.doneOn && input.bodySays !== "done") wrong("doneOn", "only_when_done");
  if (input.doneOn && input.madeOn && input.doneOn < input.madeOn) wrong("doneOn", "before_made");
}

export const newFollowUp = z
  .strictObject({ id: recordId, consultationId: recordId, ...followUpFields })
  .superRefine(sidesAgree);

/** A promise made at an activity. */
export const newActivityPromise = z
  .strictObject({ id: recordId, activityId: recordId, ...followUpFields })
  .superRefine(sidesAgree);

/** Moving the due date asks for the reason; the first date stays in the record. */
export const revisedFollowUp = z
  .strictObject({
    id: recordId,
    version: wholeNumber(1, 1_000_000_000),
    ...followUpFields,
    moveReason: optionalText(1000).default(null),
  })
  .superRefine(sidesAgree);
export type FollowUpInput = z.output<typeof newFollowUp>;

const responseFields = {
  kind: choice(RESPONSE_KINDS),
  receivedOn: optionalDate.default(null),
  summary: optionalText(20_000).default(null),
  sourceUrl: optionalUrl.default(null),
};
export const newResponse = z.strictObject({ id: recordId, consultationId: recordId, ...responseFields });
export const revisedResponse = z.strictObject({
  id: recordId,
  version: wholeNumber(1, 1_000_000_000),
  ...responseFields,
});

/** A new answer date that both sides agreed. */
export const newExtension = z
  .strictObject({
    id: recordId,
    consultationId: recordId,
    newDueOn: plainDate,
    agreedOn: plainDate,
    reason: optionalText(1000).default(null),
    agreedBy: optionalText(200).default(null),
  })
  .superRefine((input, ctx) => {
    if (input.newDueOn < input.agreedOn)
      ctx.addIssue({ code: "custom", path: ["newDueOn"], message: "before_agreed" });
  });
