import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed } from "@/lib/domain/result";
import { newSupportGrant, supportEnd } from "@/lib/domain/support";

/** Lets platform support in for a time. "conflict" while it is let in already. */
export const grantSupport = defineUseCase(
  { permission: "settings:manage", audit: ["support.granted"], schema: newSupportGrant },
  async ({ tx, member, now, record, nothingChanged }, { id, kind, span }) => {
    const workspaceId = member.workspace.id;
    const open = await tx.supportGrant.findMany({
      where: { workspaceId, withdrawnAt: null, ranOutTold: false },
      select: { id: true, expiresAt: true },
    });
    if (open.some((grant) => grant.id === id)) {
      nothingChanged();
      return done({ id });
    }
    if (open.some(({ expiresAt }) => expiresAt > now)) return failed("conflict");
    for (const ended of open)
      await tx.$queryRaw`SELECT tell_support_ran_out(${workspaceId}::uuid, ${ended.id}::uuid)`;
    await tx.supportGrant.create({
      data: {
        ...{ workspaceId, id, mayChange: kind === "change", grantedBy: member.userId },
        grantedAt: now,
        expiresAt: supportEnd(span, now),
      },
    });
    await record({ kind: "support.granted", subjectId: id, detail: { support: kind, span } });
    return done({ id });
  },
);
