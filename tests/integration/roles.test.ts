import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  assertRolesAreHarmless,
  ensureRoles,
  roleNames,
  rolePassword,
  roleUrl,
  roleUrls,
} from "@/lib/db/roles";
import { startThrowaway } from "@/scripts/parts/throwaway.mjs";

// The login roles, on a server of their own: roles belong to a whole server, and other tests use those of the shared one.

const secret = "a secret of this test, 32 characters";
const none = { tenant: null, system: null, share: null };
const server = await startThrowaway("roles");
const { ownerUrl } = server;
const superuser = new pg.Client({ connectionString: server.superuserUrl });
/** A superuser in the owner's database. */
const inside = new pg.Client({
  connectionString: server.superuserUrl.replace(/\/postgres$/, new URL(ownerUrl).pathname),
});

beforeAll(async () => {
  await Promise.all([superuser.connect(), inside.connect()]);
});
afterAll(async () => {
  await Promise.all([superuser.end(), inside.end()]);
  await server.remove();
});

async function whoSignsIn(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query("SELECT current_user AS name, current_setting('jit') AS jit")).rows[0];
  } finally {
    await client.end();
  }
}

const verifierOf = async (role: string) =>
  (await superuser.query("SELECT rolpassword FROM pg_authid WHERE rolname = $1", [role])).rows[0]
    ?.rolpassword;

test("an address for a role keeps the server and the database", () => {
  const url = new URL(
    roleUrl("postgresql://owner:p%40ss@db.example.org:6543/ft?sslmode=require", "tenant", secret),
  );
  expect(url.username).toBe(roleNames.tenant);
  expect(url.password).toBe(rolePassword("tenant", secret));
  expect(url.host + url.pathname + url.search).toBe("db.example.org:6543/ft?sslmode=require");
  expect(rolePassword("tenant", secret)).not.toBe(rolePassword("system", secret));
});

test("an owner who is no superuser makes the roles; they sign in, without JIT", async () => {
  await ensureRoles(ownerUrl, secret, none);
  for (const [door, url] of Object.entries(roleUrls(ownerUrl, secret, none))) {
    expect(await whoSignsIn(url)).toEqual({ name: `followthrough_${door}`, jit: "off" });
  }
  await assertRolesAreHarmless(ownerUrl);
});

test("a second time nothing is altered", async () => {
  const before = await verifierOf(roleNames.tenant);
  await ensureRoles(ownerUrl, secret, none);
  expect(await verifierOf(roleNames.tenant)).toBe(before);
});

test("servers that start together do not get in each other's way", async () => {
  for (const role of Object.values(roleNames)) await superuser.query(`DROP ROLE ${role}`);
  await Promise.all([1, 2, 3, 4].map(() => ensureRoles(ownerUrl, secret, none)));
  expect(await whoSignsIn(roleUrl(ownerUrl, "share", secret))).toMatchObject({ name: roleNames.share });
});

test("a new AUTH_SECRET sets new passwords", async () => {
  const changed = `${secret} changed`;
  await ensureRoles(ownerUrl, changed, none);
  expect(await whoSignsIn(roleUrl(ownerUrl, "tenant", changed))).toMatchObject({ name: roleNames.tenant });
  await ensureRoles(ownerUrl, secret, none);
});

test("an address that was given is tried, and never changed", async () => {
  const before = await verifierOf(roleNames.tenant);
  const wrong = roleUrl(ownerUrl, "tenant", "another secret");
  await expect(ensureRoles(ownerUrl, secret, { ...none, tenant: wrong })).rejects.toThrow(
    "APP_DATABASE_URL does not work",
  );
  await expect(ensureRoles(ownerUrl, secret, { ...none, tenant: ownerUrl })).rejects.toThrow(
    "it signs in as followthrough; expected followthrough_tenant",
  );
  await ensureRoles(ownerUrl, secret, { ...none, tenant: roleUrl(ownerUrl, "tenant", secret) });
  expect(await verifierOf(roleNames.tenant)).toBe(before);
});

test("an owner who may not make roles is given the script, which works", async () => {
  await superuser.query("CREATE ROLE modest LOGIN PASSWORD 'modest'");
  const modest = new URL(ownerUrl);
  modest.username = "modest";
  modest.password = "modest";
  const other = "a secret that is set by the script only";
  const refusal = await ensureRoles(modest.href, other, none).then(
    () => "",
    (error: Error) => error.message,
  );
  expect(refusal).toContain("The database's owner (modest) may not make or change roles");
  expect(refusal).not.toContain(rolePassword("tenant", other));
  await inside.query(refusal.slice(refusal.indexOf("DO $$")));
  await ensureRoles(modest.href, other, none);
  expect(await whoSignsIn(roleUrl(ownerUrl, "tenant", other))).toEqual({
    name: roleNames.tenant,
    jit: "off",
  });
});

test.each([
  [
    "is a superuser",
    "ALTER ROLE followthrough_tenant SUPERUSER",
    "ALTER ROLE followthrough_tenant NOSUPERUSER",
    "followthrough_tenant is a superuser",
  ],
  [
    "bypasses row security",
    "ALTER ROLE followthrough_share BYPASSRLS",
    "ALTER ROLE followthrough_share NOBYPASSRLS",
    "followthrough_share has BYPASSRLS",
  ],
  [
    "owns a table",
    "CREATE TABLE own (id int); ALTER TABLE own OWNER TO followthrough_system",
    "DROP TABLE own",
    "followthrough_system owns own",
  ],
  [
    "is a member of one that owns",
    "CREATE ROLE rich; CREATE ROLE between; CREATE TABLE owned (id int); ALTER TABLE owned OWNER TO rich; GRANT rich TO between; GRANT between TO followthrough_tenant",
    "DROP TABLE owned; DROP ROLE between, rich",
    "followthrough_tenant, as a member of rich, owns owned",
  ],
])("a role that %s stops the start", async (_, harm, mend, reason) => {
  await inside.query(harm);
  try {
    await expect(assertRolesAreHarmless(ownerUrl)).rejects.toThrow(reason);
  } finally {
    await inside.query(mend);
  }
  await assertRolesAreHarmless(ownerUrl);
});
