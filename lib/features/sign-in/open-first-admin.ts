import "server-only";
import { systemClient } from "@/lib/db/clients";

/**
 * Makes sure somebody can sign in with this address from the command line: a known person, or, while the platform
 * has no admin at all, its first one. Answers which, or null for a stranger on a platform that has an admin.
 */
export async function openFirstAdmin(email: string): Promise<"known" | "first_admin" | null> {
  return systemClient().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email } })) return "known";
    if (await tx.user.findFirst({ where: { isPlatformAdmin: true } })) return null;
    await tx.user.create({ data: { email, isPlatformAdmin: true } });
    return "first_admin";
  });
}
