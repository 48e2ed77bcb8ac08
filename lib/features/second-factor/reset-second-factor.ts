import "server-only";
import { systemClient } from "@/lib/db/clients";

/**
 * Forgets a platform admin's app and recovery codes, and that any of their sessions showed them: for the command
 * line alone, when both are lost. Answers whether there was anything to forget.
 */
export async function resetSecondFactor(email: string): Promise<boolean> {
  return systemClient().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user) return false;
    const { count } = await tx.secondFactor.deleteMany({ where: { userId: user.id } });
    await tx.session.updateMany({ where: { userId: user.id }, data: { secondFactorAt: null } });
    if (count > 0)
      await tx.platformEvent.create({
        data: { actorId: user.id, kind: "second_factor.reset", workspaceId: null, detail: {} },
      });
    return count > 0;
  });
}
