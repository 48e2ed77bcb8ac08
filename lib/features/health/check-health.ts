import "server-only";
import { tenantClient } from "@/lib/db/clients";

export type Health = { status: "ok" | "unavailable"; database: "ok" | "unavailable" };

/** Whether the server can reach its database as the role that serves pages. */
export async function checkHealth(): Promise<Health> {
  try {
    await tenantClient().$queryRaw`SELECT 1`;
    return { status: "ok", database: "ok" };
  } catch {
    return { status: "unavailable", database: "unavailable" };
  }
}
