import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { quickLog, quickRecord } from "@/lib/domain/quick-log";
import { done, failed } from "@/lib/domain/result";
import { columnsOf, contentOf, loadConsultation } from "@/lib/features/consultations/consultation-content";
import { loggedSchema } from "@/lib/features/consultations/consultation-schemas";
import { saveAskingBody, saveLists } from "@/lib/features/consultations/save-lists";
import { recordSpokenPromise } from "@/lib/features/consultations/spoken-promise";
import { type LoggedQuickly, sentAgain } from "./logged-before";
import { forgetLongForm } from "./long-form";
import { sameTopics } from "./same-topics";

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
    const topics = await sameTopics(tx, member, given);
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
    await saveLists(tx, member, { id: given.id, publicBodyId: body.id, fresh: true }, content);
    await record({ kind: "consultation.logged", subjectId: given.id, detail: {} });
    if (given.promise !== null) {
      const spoken = { consultationId: given.id, words: given.promise, startsOn: content.startsOn };
      await record(await recordSpokenPromise(tx, member, spoken, { today, now }));
    }
    await forgetLongForm(tx, member, given.id, { ...content, promise: given.promise });
    return done<LoggedQuickly>({ id: given.id, outcome: "logged" });
  },
);
