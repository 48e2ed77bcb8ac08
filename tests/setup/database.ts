import pg from "pg";
import { inject } from "vitest";

/** The addresses of a test database: the owner's and each role's. */
export type TestDatabase = { name: string; owner: string; tenant: string; system: string; share: string };

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the template database, from which every test file's database is cloned. */
    templateDatabase: TestDatabase;
    /** A superuser's address, for the machinery of the tests and tests of it. */
    superuserUrl: string;
    authSecret: string;
  }
}

/** The same address for another database. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/**
 * This test file's own database: migrated, with reference data, and without
 * workspaces. It was cloned before the file was loaded, and lib/env.ts reads its
 * addresses, so everything in lib/ works on it without further ado.
 */
export function testDatabase(): TestDatabase {
  const template = inject("templateDatabase");
  const name = `test_${process.env.VITEST_POOL_ID ?? "1"}`;
  return {
    name,
    owner: inDatabase(template.owner, name),
    tenant: inDatabase(template.tenant, name),
    system: inDatabase(template.system, name),
    share: inDatabase(template.share, name),
  };
}

/**
 * Removes a database, with whoever is still in it. As the superuser: nobody else may end what PostgreSQL itself tidies up
 * in one that goes.
 */
export async function dropDatabase(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("superuserUrl") });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
