import { randomUUID } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { exportedActions, filesBelow } from "@/scripts/permissions/source";
import { OWN_ACTIONS } from "@/tests/architecture/own-actions";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { comeAs, leadsTo, NOWHERE } from "@/tests/factories/request";
import { testDatabase } from "@/tests/setup/database";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));
vi.mock("next/server", () => import("@/tests/factories/request"));
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

// Every server action there is, posted to from five positions: a new one is covered the day it is written.

type Action = (...given: unknown[]) => Promise<unknown>;
type Position = "stranger" | "neighbour" | "viewer" | "officer" | "admin";

const found = filesBelow("lib/features", /actions\.ts$/).flatMap((file) =>
  exportedActions(file).map(({ name, text }) => ({ file, name, text })),
);
const modules = new Map<string, Record<string, unknown>>();
for (const file of new Set(found.map((one) => one.file)))
  modules.set(file, await import(pathToFileURL(path.resolve(file)).href));

const inWorkspaces = found.filter(({ text }) => /\bworkspace(Action|Command)\(/.test(text));
const ofAdmins = found.filter(({ text }) => /\badminAction\(/.test(text));
const own = found.filter(({ name }) => Object.hasOwn(OWN_ACTIONS, name));

function isAction(value: unknown): value is Action {
  return typeof value === "function";
}
function actionOf({ file, name }: { file: string; name: string }): Action {
  const action = modules.get(file)?.[name];
  if (!isAction(action)) throw new Error(`${name} is no function`);
  return action;
}

let db: pg.Client;
let home: Awaited<ReturnType<typeof aMember>>;
let before: unknown;
const tokens: Record<Position, string> = { stranger: "", neighbour: "", viewer: "", officer: "", admin: "" };

beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().owner });
  await db.connect();
  home = await aMember("owner");
  tokens.neighbour = (await aMember("owner")).token;
  tokens.viewer = (await aMember("viewer", home.workspace)).token;
  // Somebody who signed in by e-mail to read what was released to them: no member anywhere.
  tokens.officer = (await signedInPerson()).token;
  tokens.admin = (await signedInPerson({ isPlatformAdmin: true })).token;
  before = await contents();
});
afterAll(() => db.end());

/** Everything in home's tables, as one number each: a change of any row changes it. */
async function contents(): Promise<unknown> {
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::int AS rows, coalesce(sum(hashtext(t::text)), 0)::text AS sum FROM ${name} t WHERE workspace_id = '${home.workspace.id}'`,
  );
  return (await db.query(sums.join(" UNION ALL "))).rows;
}

/** A form as somebody could make it up: every name an action may look at, with ids that are none of theirs. */
function form(): FormData {
  const data = new FormData();
  data.set("_workspace", home.workspace.slug);
  for (const name of ["id", "consultationId", "activityId", "trashId", "shareId"])
    data.set(name, randomUUID());
  for (const name of ["title", "name", "summary", "email"]) data.set(name, "planted");
  return data;
}

describe("every server action", () => {
  it("is found, and is of one kind", () => {
    expect(found.length).toBeGreaterThan(30);
    expect(inWorkspaces.length + ofAdmins.length + own.length).toBe(found.length);
  });

  describe.each(inWorkspaces)("$name", (one) => {
    it.each(["stranger", "neighbour", "officer", "admin"] as const)("does nothing for a %s", async (who) => {
      comeAs(tokens[who]);
      const led = await leadsTo(() => actionOf(one)(form()));
      if (who === "stranger") expect(led).toMatch(/^\/sign-in\?next=/);
      else expect(led).toBe(NOWHERE);
    });

    it("does nothing for a viewer, who may only read", async () => {
      comeAs(tokens.viewer);
      expect(await leadsTo(() => actionOf(one)(form()))).toBe(NOWHERE);
    });
  });

  it.each(ofAdmins)("$name is for platform admins alone", async (one) => {
    comeAs("");
    expect(await leadsTo(() => actionOf(one)(form()))).toMatch(/^\/sign-in\?next=/);
    for (const who of ["neighbour", "viewer", "officer"] as const) {
      comeAs(tokens[who]);
      expect({ who, led: await leadsTo(() => actionOf(one)(form())) }).toEqual({ who, led: NOWHERE });
    }
    comeAs(home.token);
    expect(await leadsTo(() => actionOf(one)(form()))).toBe(NOWHERE);
  });

  it.each(own)("$name reaches nothing of an organisation", async (one) => {
    comeAs("");
    const led = await leadsTo(() => actionOf(one)(form(), { next: "/", shared: false }));
    const { stranger } = OWN_ACTIONS[one.name] ?? { stranger: "stays" };
    if (stranger === "sign-in") expect(led).toMatch(/^\/sign-in\?next=/);
    else if (stranger === "stays") expect(led).toBe("stays");
    else expect(led).toMatch(/^\//);
    for (const who of ["neighbour", "viewer", "officer", "admin"] as const) {
      comeAs(tokens[who]);
      await leadsTo(() => actionOf(one)(form(), { next: "/", shared: false }));
    }
  });

  it("left everything of the organisation as it was", async () => {
    expect(await contents()).toEqual(before);
  });

  it("does open for an owner: what turned the others away was who they are", async () => {
    comeAs(home.token);
    const led = await Promise.all(
      inWorkspaces
        .filter(({ text }) => text.includes("workspaceAction("))
        .map((one) => leadsTo(() => actionOf(one)(form()))),
    );
    expect(led.filter((to) => to.startsWith(`/w/${home.workspace.slug}/`)).length).toBeGreaterThan(
      led.length / 2,
    );
    expect(led.filter((to) => to.startsWith("/sign-in"))).toEqual([]);
  });
});
