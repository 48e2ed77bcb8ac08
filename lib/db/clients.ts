import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { settings } from "@/lib/env";
import { Connection } from "./connection";
import { PrismaClient } from "./generated/prisma/client";
import { statementNames } from "./statement-names";

/** Milliseconds that a connection may rest before it is closed: with it goes what PostgreSQL planned for it. */
const RESTS = 5 * 60 * 1000;

/** The only clients, one per login role. Made at first use, kept across reloads of the development server. */
type Role = "tenant" | "system" | "share";
const kept: typeof globalThis & { followthroughClients?: Partial<Record<Role, PrismaClient>> } = globalThis;

function client(role: Role, connections: number): PrismaClient {
  kept.followthroughClients ??= {};
  kept.followthroughClients[role] ??= new PrismaClient({
    // Nobody reads where in our code a statement came from; finding out takes a stack at every one.
    errorFormat: "minimal",
    adapter: new PrismaPg(
      new pg.Pool({
        Client: Connection,
        connectionString: settings().databaseUrls[role],
        max: connections,
        idleTimeoutMillis: RESTS,
        application_name: `followthrough ${role}`,
      }),
      {
        disposeExternalPool: true,
        ...(settings().preparedStatements && { statementNameGenerator: statementNames() }),
      },
    ),
  });
  return kept.followthroughClients[role];
}

/** An organisation's content. Only the doors beside this file use it. */
export function tenantClient(): PrismaClient {
  return client("tenant", 10);
}

/** Sign-in, memberships and the queue. Has no grant on content. */
export function systemClient(): PrismaClient {
  return client("system", 5);
}

/** Views released to officers: no table at all, only the functions that open one. */
export function shareClient(): PrismaClient {
  return client("share", 5);
}

/** Closes every connection: for commands and tests. */
export async function disconnectAll(): Promise<void> {
  const clients = Object.values(kept.followthroughClients ?? {});
  kept.followthroughClients = {};
  await Promise.all(clients.map((one) => one.$disconnect()));
}
