import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { queueMail } from "@/lib/db/mail-queue";
import { changedRole } from "@/lib/domain/members";
import { done, failed, refused } from "@/lib/domain/result";
import { mailOwners } from "./mail-owners";

const answer = z.tuple([z.object({ outcome: z.enum(["changed", "not_found", "last_owner"]) })]);

/**
 * Gives a member another role, and tells them; where they become an owner, the other owners too.
 * Error on `role`: `last_owner`. Answers whether it is one's own.
 */
export const changeRole = defineUseCase(
  { permission: "members:manage", audit: ["member.role_changed"], schema: changedRole },
  async ({ tx, member, record, nothingChanged }, { id, role }) => {
    const workspaceId = member.workspace.id;
    const before = await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: id } },
      select: {
        role: true,
        user: { select: { email: true, locale: true } },
        workspace: { select: { locale: true } },
      },
    });
    if (!before) return failed("not_found");
    const changed = { id, role, isYou: id === member.userId };
    if (before.role === role) {
      nothingChanged();
      return done(changed);
    }
    const [{ outcome }] = answer.parse(
      await tx.$queryRaw`SELECT change_member_role(${id}::uuid, ${role}::member_role) AS outcome`,
    );
    if (outcome === "last_owner") return refused("role", "last_owner");
    if (outcome === "not_found") return failed("not_found");
    const { slug } = member.workspace;
    if (!changed.isYou)
      await queueMail(tx, {
        kind: "role_changed",
        to: before.user.email,
        locale: before.user.locale ?? before.workspace.locale,
        params: { slug },
      });
    if (role === "owner")
      await mailOwners(tx, workspaceId, { kind: "owner_added", params: { slug } }, [id, member.userId]);
    await record({ kind: "member.role_changed", subjectId: id, detail: { from: before.role, to: role } });
    return done(changed);
  },
);
