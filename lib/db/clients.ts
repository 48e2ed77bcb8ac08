import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { settings } from "@/lib/env";
import { Connection } from "./connection";
import { PrismaClient } from "./generated/prisma/client";
import { type StatementNames, statementNames } from "./statement-names";

/** Milliseconds that a connection may rest before it is closed: with it goes what PostgreSQL planned for it. */
const RESTS = 5 * 60 * 1000;

/** Milliseconds that whoever needs a connection waits for one. */
const WAITS = 10_000;

const CONNECTIONS = { tenant: 10, system: 5, share: 5 };
type Role = keyof typeof CONNECTIONS;

/** The connections of one login role, the names of what stays prepared on them, and the client that works on them. */
type Access = { pool: pg.Pool; nameOf: StatementNames; client: PrismaClient };

/** One per login role. Made at first use, kept across reloads of the development server. */
const kept: typeof globalThis & { followthroughAccess?: Partial<Record<Role, Access>> } = globalThis;

function open(role: Role): Access {
  const pool = new pg.Pool({
    Client: Connection,
    connectionString: settings().databaseUrls[role],
    max: CONNECTIONS[role],
    connectionTimeoutMillis: WAITS,
    idleTimeoutMillis: RESTS,
    application_name: `followthrough ${role}`,
  });
  // One that breaks while it rests is replaced by the next that is needed.
  pool.on("error", () => {});
  const nameOf = settings().preparedStatements ? statementNames() : () => "";
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf });
  // Nobody reads where in our code a statement came from; finding out takes a stack at every one.
  return { pool, nameOf, client: new PrismaClient({ adapter, errorFormat: "minimal" }) };
}

function access(role: Role): Access {
  kept.followthroughAccess ??= {};
  kept.followthroughAccess[role] ??= open(role);
  return kept.followthroughAccess[role];
}

/** An organisation's content. Only the doors beside this file use it. */
export function tenantClient(): PrismaClient {
  return access("tenant").client;
}

/** The same connections, for transactions on the driver itself (sql-transaction.ts). */
export function tenantConnections(): Pick<Access, "pool" | "nameOf"> {
  return access("tenant");
}

/** Sign-in, memberships and the queue. Has no grant on content. */
export function systemClient(): PrismaClient {
  return access("system").client;
}

/** Views released to officers: no table at all, only the functions that open one. */
export function shareClient(): PrismaClient {
  return access("share").client;
}

/** Closes every connection: for commands and tests. */
export async function disconnectAll(): Promise<void> {
  const all = Object.values(kept.followthroughAccess ?? {});
  kept.followthroughAccess = {};
  await Promise.all(
    all.map(async ({ client, pool }) => {
      await client.$disconnect();
      await pool.end();
    }),
  );
}
