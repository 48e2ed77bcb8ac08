import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db/migrate";
import { ensureRoles, roleUrls } from "@/lib/db/roles";
import { startThrowaway } from "@/scripts/parts/throwaway.mjs";

/** Once per run: a throwaway PostgreSQL with a template database, migrated and with reference data. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowaway();
  const none = { tenant: null, system: null, share: null };
  await ensureRoles(server.ownerUrl, server.authSecret, none);
  await migrate(server.ownerUrl, { folder: path.resolve("prisma/migrations") });
  const { seedReference } = await import("@/prisma/seed/seed-reference");
  await seedReference(server.ownerUrl);
  project.provide("templateDatabase", {
    name: new URL(server.ownerUrl).pathname.slice(1),
    owner: server.ownerUrl,
    ...roleUrls(server.ownerUrl, server.authSecret, none),
  });
  project.provide("superuserUrl", server.superuserUrl);
  project.provide("authSecret", server.authSecret);
  return server.remove;
}
