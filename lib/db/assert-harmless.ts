import "server-only";
import { z } from "zod";
import { shareClient, systemClient, tenantClient } from "./clients";

const rows = z.array(z.object({ role: z.string(), harmful: z.boolean() }));

/**
 * Refuses to go on when a role this server connects as could get round row security: superuser, BYPASSRLS,
 * owner of a table, or member of a role that is any of these. Throws an Error that names the role.
 */
export async function assertOwnRolesAreHarmless(): Promise<void> {
  for (const client of [tenantClient(), systemClient(), shareClient()]) {
    const [found] = rows.parse(
      await client.$queryRaw`
        SELECT current_user::text AS role, bool_or(r.rolsuper OR r.rolbypassrls
          OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p'))) AS harmful
        FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER')`,
    );
    if (!found || found.harmful) {
      throw new Error(
        `The database role ${found?.role ?? "?"} could get round row security. Give the server roles that are no superuser, own no table and have no BYPASSRLS.`,
      );
    }
  }
}
