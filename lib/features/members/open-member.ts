import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { oneOfThem } from "@/lib/domain/members";
import { todayIn } from "@/lib/domain/plain-date";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";

/** One member, with the form of their role. `isOnlyOwner`: their role stays, and they stay. For owners. */
export const openMember = defineUseCase(
  { permission: "members:manage", audit: "none", schema: oneOfThem },
  async ({ tx, member }, { id }) => {
    const workspaceId = member.workspace.id;
    const found = await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: id } },
      select: { role: true, createdAt: true, user: { select: { name: true, email: true } } },
    });
    if (!found) return failed("not_found");
    const owners = await tx.membership.count({ where: { workspaceId, role: "owner" } });
    const form = formKeys.member(id);
    return done({
      person: {
        ...found.user,
        id,
        role: found.role,
        since: todayIn(member.workspace.timeZone, found.createdAt),
        isYou: id === member.userId,
      },
      isOnlyOwner: found.role === "owner" && owners === 1,
      view: formView({
        form,
        fresh: { id: [id], role: [found.role] },
        draft: await findDraft(tx, member, form),
      }),
    });
  },
);
