import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { revisedFollowUp } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { loadFollowUp, settledContent } from "./follow-up-content";
import { saveRevision } from "./save-revision";

/**
 * Revises a follow-up: its words, what the body says and what the community says. Moving its due date asks for the
 * reason (`move_reason_needed`), and every earlier date stays. Fails with `conflict` when somebody saved it since.
 */
export const reviseFollowUp = defineUseCase(
  {
    permission: "record:write",
    audit: ["follow_up.revised"],
    schema: revisedFollowUp,
    before: async (tx, member, { id }) => (await loadFollowUp(tx, member, id))?.content,
  },
  async ({ tx, member, now, today, record, nothingChanged }, { id, version, moveReason, ...typed }) => {
    const workspaceId = member.workspace.id;
    const before = await loadFollowUp(tx, member, id);
    const consultationId = before?.consultationId;
    if (!before || !consultationId) return failed("not_found");
    const consultation = await tx.consultation.findUnique({
      where: { workspaceId_id: { workspaceId, id: consultationId } },
      select: { publicBody: { select: { name: true } } },
    });
    if (!consultation) return failed("not_found");
    const madeOn = typed.madeOn ?? before.content.madeOn;
    const content = settledContent({ ...typed, madeOn }, consultation.publicBody.name, today);
    const revision = { id, version, content, moveReason };
    const saved = await saveRevision(tx, member, before, revision, { today, now });
    if (!saved.ok) return saved;
    const fields = saved.value;
    if (fields.length === 0) {
      nothingChanged();
      return done({ consultationId });
    }
    await record({ kind: "follow_up.revised", subjectId: id, detail: { consultationId, fields } });
    return done({ consultationId });
  },
);
