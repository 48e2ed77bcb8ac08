import "server-only";
import { systemClient } from "@/lib/db/clients";

/** Writes into an organisation's audit trail that a grant for platform support ran out. Once, and only when it did. */
export async function tellSupportRanOut(workspaceId: string, grantId: string): Promise<void> {
  await systemClient().$queryRaw`SELECT tell_support_ran_out(${workspaceId}::uuid, ${grantId}::uuid)`;
}
