import "server-only";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import { tidyPersonName } from "@/lib/features/invitations/accept-invitation";

const leaving = z.tuple([z.object({ outcome: z.enum(["left", "not_found", "last_owner"]) })]);
const erasing = z.tuple([z.object({ outcome: z.enum(["erased", "not_found", "last_owner", "last_admin"]) })]);

/** Somebody goes out of an organisation, whatever their role, also while it is suspended. The only owner cannot. */
export async function leaveWorkspace(
  userId: string,
  slug: string,
): Promise<"left" | "not_found" | "last_owner"> {
  const [{ outcome }] = leaving.parse(
    await systemClient().$queryRaw`SELECT leave_workspace(${userId}::uuid, ${slug}) AS outcome`,
  );
  return outcome;
}

/**
 * Erases a person: memberships, sessions, passkeys, what they typed, their name and address. What they recorded for an
 * organisation stays the organisation's; its trail keeps their id. The only owner of any organisation cannot go, nor
 * the platform's last admin.
 */
export async function erasePerson(
  userId: string,
): Promise<"erased" | "not_found" | "last_owner" | "last_admin"> {
  const [{ outcome }] = erasing.parse(
    await systemClient().$queryRaw`SELECT erase_person(${userId}::uuid) AS outcome`,
  );
  return outcome;
}

/** What members call this person; nothing leaves it as their e-mail address. */
export async function renamePerson(userId: string, typed: string): Promise<void> {
  await systemClient().user.update({ where: { id: userId }, data: { name: tidyPersonName(typed) } });
}
