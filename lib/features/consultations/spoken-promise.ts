import "server-only";
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { AuditEvent } from "@/lib/domain/audit";
import type { DraftPayload } from "@/lib/domain/draft";
import type { PlainDate } from "@/lib/domain/plain-date";
import { promiseTitle } from "@/lib/domain/quick-log";
import { formKeys } from "@/lib/features/drafts/form-keys";

/** What the body promised aloud when a consultation took place, as it was logged with it. */
type Spoken = { consultationId: string; words: string; startsOn: PlainDate };

/** Records it as a follow-up of the body's: made on the day, but never later than today. Gives what to tell the audit. */
export async function recordSpokenPromise(
  tx: Tx,
  member: Member,
  { consultationId, words, startsOn }: Spoken,
  { today, now }: { today: PlainDate; now: Date },
): Promise<Extract<AuditEvent, { kind: "follow_up.recorded" }>> {
  const id = randomUUID();
  await tx.followUp.create({
    data: {
      workspaceId: member.workspace.id,
      id,
      consultationId,
      owner: "body",
      title: promiseTitle(words),
      promisedWords: words,
      basis: "spoken",
      madeOn: toDb(startsOn < today ? startsOn : today),
      createdAt: now,
      createdBy: member.userId,
      updatedAt: now,
      updatedBy: member.userId,
    },
  });
  return { kind: "follow_up.recorded", subjectId: id, detail: { consultationId, owner: "body" } };
}

/**
 * The same form sent again: words that no promise of that consultation holds wait as a draft of the promise's form.
 * Answers whether they do.
 */
export async function keepNewPromise(tx: Tx, member: Member, spoken: Spoken): Promise<boolean> {
  const { consultationId, words, startsOn } = spoken;
  const workspaceId = member.workspace.id;
  const known = await tx.followUp.findFirst({
    where: { workspaceId, consultationId, promisedWords: words },
    select: { id: true },
  });
  if (known) return false;
  const payload: DraftPayload = {
    values: {
      id: [randomUUID()],
      consultationId: [consultationId],
      owner: ["body"],
      title: [promiseTitle(words)],
      promisedWords: [words],
      basis: ["spoken"],
      madeOn: [startsOn],
    },
    errors: [],
    code: null,
  };
  const key = { workspaceId, userId: member.userId, form: formKeys.newFollowUp(consultationId) };
  await tx.draft.upsert({
    where: { workspaceId_userId_form: key },
    create: { ...key, payload },
    update: { payload, updatedAt: new Date() },
  });
  return true;
}
