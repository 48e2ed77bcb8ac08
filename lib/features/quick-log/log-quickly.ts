import "server-only";
import { randomUUID } from "node:crypto";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { promiseTitle, type QuickLog, quickLog, quickRecord } from "@/lib/domain/quick-log";
import { done, failed } from "@/lib/domain/result";
import { columnsOf, contentOf, loadConsultation } from "@/lib/features/consultations/consultation-content";
import { loggedSchema } from "@/lib/features/consultations/consultation-schemas";
import { sameName } from "@/lib/features/consultations/resolve-names";
import { saveAskingBody, saveLists } from "@/lib/features/consultations/save-lists";
import { type LoggedQuickly, sentAgain } from "./logged-before";

// The weekly meeting about the same has the same topics. Who spoke and how much say they had may differ each time.
async function topicsOf(tx: Tx, member: Member, given: QuickLog): Promise<string[]> {
  const last = given.like === null ? null : await loadConsultation(tx, member, given.like);
  const same =
    last && sameName(last.content.title, given.title) && sameName(last.content.publicBody, given.publicBody);
  return same ? last.content.topics : [];
}

/**
 * Logs a consultation from one screen, with what was promised aloud as a follow-up of the body's. Sending the same
 * screen twice makes one record. What it leaves out is asked for later: see `toFinishSince`.
 */
export const logQuickly = defineUseCase(
  { permission: "record:write", audit: ["consultation.logged", "follow_up.recorded"], schema: quickLog },
  async ({ tx, member, now, today, record, nothingChanged }, given) => {
    const workspaceId = member.workspace.id;
    const earlier = await loadConsultation(tx, member, given.id);
    if (earlier) {
      nothingChanged();
      return sentAgain(tx, member, earlier, given);
    }
    const topics = await topicsOf(tx, member, given);
    const content = contentOf(loggedSchema.parse({ id: given.id, ...quickRecord(given), topics }));
    const body = await saveAskingBody(tx, member, given.publicBody, null);
    const signed = { createdAt: now, createdBy: member.userId, updatedAt: now, updatedBy: member.userId };
    // Waits for the same screen sent a moment ago, instead of failing on it.
    const created = await tx.consultation.createMany({
      data: [{ workspaceId, id: given.id, ...columnsOf(content, body.id), toFinishSince: now, ...signed }],
      skipDuplicates: true,
    });
    if (created.count === 0) {
      const winner = await loadConsultation(tx, member, given.id);
      if (!winner) return failed("not_found");
      nothingChanged();
      return sentAgain(tx, member, winner, given);
    }
    await saveLists(tx, member, { id: given.id, publicBodyId: body.id }, content);
    await record({ kind: "consultation.logged", subjectId: given.id, detail: { title: content.title } });
    if (given.promise !== null) {
      const id = randomUUID();
      const madeOn = content.startsOn < today ? content.startsOn : today;
      await tx.followUp.create({
        data: {
          workspaceId,
          id,
          consultationId: given.id,
          owner: "body",
          title: promiseTitle(given.promise),
          promisedWords: given.promise,
          basis: "spoken",
          madeOn: toDb(madeOn),
          ...signed,
        },
      });
      await record({
        kind: "follow_up.recorded",
        subjectId: id,
        detail: { consultationId: given.id, owner: "body" },
      });
    }
    return done<LoggedQuickly>({ id: given.id, outcome: "logged" });
  },
);
