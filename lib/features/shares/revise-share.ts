import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed, refused } from "@/lib/domain/result";
import { isExpiryAllowed, revisedShare } from "@/lib/domain/share";
import { changedShareFields, hasBody, loadShare, shareColumns } from "./share-content";

/**
 * Revises what a view shows and until when. Of a released one, the last day holds at once; what it shows stays as
 * released until it is released again. Whom it is for, and its keys, stay what they were.
 */
export const reviseShare = defineUseCase(
  { permission: "shares:manage", audit: ["share.revised"], schema: revisedShare },
  async ({ tx, member, today, now, record, nothingChanged }, { id, version, ...typed }) => {
    const before = await loadShare(tx, member, id);
    if (!before || before.stoppedAt) return failed("not_found");
    const { audience, officerEmail, wantsPassphrase } = before.content;
    const content = before.releasedAt ? { ...typed, audience, officerEmail, wantsPassphrase } : typed;
    const fields = changedShareFields(before.content, content);
    if (fields.length === 0) {
      nothingChanged();
      return done({ id });
    }
    if (fields.includes("expiresOn") && !isExpiryAllowed(content.expiresOn, today))
      return refused("expiresOn", "not_within");
    if (!(await hasBody(tx, member, content.publicBodyId))) return refused("publicBodyId", "unknown_choice");
    const saved = await tx.share.updateMany({
      where: { workspaceId: member.workspace.id, id, version },
      data: {
        ...shareColumns(content),
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    if (saved.count === 0) return failed("conflict");
    await record({ kind: "share.revised", subjectId: id, detail: { fields } });
    return done({ id });
  },
);
