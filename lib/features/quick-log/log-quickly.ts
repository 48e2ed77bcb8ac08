import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { quickLog, quickRecord } from "@/lib/domain/quick-log";
import { done, failed } from "@/lib/domain/result";
import { contentOf, loadConsultation } from "@/lib/features/consultations/consultation-content";
import { loggedSchema } from "@/lib/features/consultations/consultation-schemas";
import { findKnown } from "@/lib/features/consultations/find-known";
import { createNames, saveNew } from "@/lib/features/consultations/save-new";
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
  async (world, given) => {
    const { tx, member, now, today, record, nothingChanged } = world;
    const earlier = await loadConsultation(tx, member, given.id);
    if (earlier) {
      nothingChanged();
      return sentAgain(tx, member, earlier, given);
    }
    const topics = await sameTopics(tx, member, given);
    const content = contentOf(loggedSchema.parse({ id: given.id, ...quickRecord(given), topics }));
    const beside = {
      cancelledOn: null,
      explanationAcceptedOn: null,
      explanationDecidedBy: null,
      explanationMembersIn: null,
      toFinishSince: now,
    };
    const consultation = { id: given.id, content, beside };
    const known = await findKnown(tx, member.workspace.id, { ...content, id: given.id });
    await createNames(world, consultation, known, null);
    // Waits for the same screen sent a moment ago, instead of failing on it.
    const saved = await saveNew(world, consultation);
    if (!saved) {
      const winner = await loadConsultation(tx, member, given.id);
      if (!winner) return failed("not_found");
      nothingChanged();
      return sentAgain(tx, member, winner, given);
    }
    if (given.promise !== null) {
      const spoken = { consultationId: given.id, words: given.promise, startsOn: content.startsOn };
      await record(await recordSpokenPromise(tx, member, spoken, { today, now }));
    }
    await forgetLongForm(tx, member, given.id, { ...content, promise: given.promise });
    return done<LoggedQuickly>({ id: given.id, outcome: "logged" });
  },
);
