import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { queueMail } from "@/lib/db/mail-queue";
import { oneOfThem } from "@/lib/domain/members";
import { done, failed } from "@/lib/domain/result";

const answer = z.tuple([z.object({ outcome: z.enum(["removed", "not_found", "last_owner"]) })]);

/**
 * Takes a member out, at once: every page and job asks the database who belongs. What they typed and did not save here
 * goes with them; what they recorded stays. They are told by mail. The only owner stays: `conflict`. Oneself: `not_found`,
 * because going is done from one's own account.
 */
export const removeMember = defineUseCase(
  { permission: "members:manage", audit: ["member.removed"], schema: oneOfThem },
  async ({ tx, member, record }, { id }) => {
    const workspaceId = member.workspace.id;
    if (id === member.userId) return failed("not_found");
    const before = await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: id } },
      select: {
        role: true,
        user: { select: { email: true, locale: true } },
        workspace: { select: { locale: true } },
      },
    });
    if (!before) return failed("not_found");
    const [{ outcome }] = answer.parse(await tx.$queryRaw`SELECT remove_member(${id}::uuid) AS outcome`);
    if (outcome === "last_owner") return failed("conflict");
    if (outcome === "not_found") return failed("not_found");
    await queueMail(tx, {
      kind: "removed",
      to: before.user.email,
      locale: before.user.locale ?? before.workspace.locale,
      params: {},
    });
    await record({ kind: "member.removed", subjectId: id, detail: { role: before.role } });
    return done({ id });
  },
);
