import { z } from "zod";

/** What looks like an answer on a body's page, for a member to decide on. */
export const answerProposal = z.object({
  id: z.uuid(),
  kind: z.enum(["findings", "decision"]),
  /** The day it was published; null when the page does not say. */
  receivedOn: z.string().nullable(),
  /** Their words as plain text; null where there are none, or where they may show who a person is. */
  summary: z.string().nullable(),
  sourceUrl: z.string(),
});
export type AnswerProposal = z.output<typeof answerProposal>;
