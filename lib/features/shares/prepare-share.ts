import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed, refused } from "@/lib/domain/result";
import { isExpiryAllowed, newShare } from "@/lib/domain/share";
import { changedShareFields, hasBody, loadShare, shareColumns } from "./share-content";

/** Prepares a view: nobody outside sees anything of it yet. Sending the same form twice makes one. */
export const prepareShare = defineUseCase(
  { permission: "shares:manage", audit: ["share.prepared"], schema: newShare },
  async ({ tx, member, today, now, record, nothingChanged }, { id, ...content }) => {
    if (!isExpiryAllowed(content.expiresOn, today)) return refused("expiresOn", "not_within");
    if (!(await hasBody(tx, member, content.publicBodyId))) return refused("publicBodyId", "unknown_choice");
    const stamp = { createdAt: now, createdBy: member.userId, updatedAt: now, updatedBy: member.userId };
    const created = await tx.share.createMany({
      data: [{ workspaceId: member.workspace.id, id, ...shareColumns(content), ...stamp }],
      skipDuplicates: true,
    });
    if (created.count > 0) {
      await record({ kind: "share.prepared", subjectId: id, detail: { audience: content.audience } });
      return done({ id });
    }
    const earlier = await loadShare(tx, member, id);
    if (!earlier || earlier.createdBy !== member.userId) return failed("not_found");
    if (changedShareFields(earlier.content, content).length > 0) return failed("conflict");
    nothingChanged();
    return done({ id });
  },
);
