import { z } from "zod";
import { consultationFields } from "@/lib/domain/consultation";
import { recordId } from "@/lib/domain/fields";

const {
  reference,
  title,
  publicBody,
  otherBodies,
  kind,
  participationLevel,
  voice,
  topics,
  purpose,
  askedOn,
  startsOn,
  endsOn,
  answerPromisedOn,
  cancelledOn,
  participants,
  sessions,
  minutesEach,
  staffHours,
  paymentReceived,
  sourceUrl,
  explanationAcceptedOn,
  notes,
} = consultationFields;

const needed = { title, publicBody, startsOn };
const others = z
  .object({
    reference,
    otherBodies,
    kind,
    participationLevel,
    voice,
    topics,
    purpose,
    askedOn,
    endsOn,
    answerPromisedOn,
    cancelledOn,
    participants,
    sessions,
    minutesEach,
    staffHours,
    paymentReceived,
    sourceUrl,
    explanationAcceptedOn,
    notes,
  })
  .partial();

/** A consultation as programs send it. Where its reference is known already, what is left out stays as it is. */
export const sentConsultation = z.strictObject({
  id: recordId.optional(),
  ...needed,
  ...others.shape,
});

/** What is to change of one. What is left out stays as it is. */
export const changedConsultation = z.strictObject({
  id: recordId,
  ...z.object(needed).partial().shape,
  ...others.shape,
});
export type ChangedConsultation = Omit<z.output<typeof changedConsultation>, "id">;
