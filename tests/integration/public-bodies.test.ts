import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { bodyVersion } from "@/lib/domain/public-body";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { reviseBody } from "@/lib/features/public-bodies/revise-body";
import { searchBodies } from "@/lib/features/public-bodies/search-bodies";
import { directoryRows } from "@/prisma/seed/seed-directory";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { testDatabase } from "@/tests/setup/database";
import { newWorld, type World } from "./read-world";

const NOW = new Date("2026-11-23T12:00:00Z");
const owner = new pg.Client({ connectionString: testDatabase().owner });
let world: World;

async function search(q: string, at = world) {
  const found = await searchBodies.run(at.key("viewer"), { q }, NOW);
  if (!found.ok) throw new Error(found.code);
  return found.value.value;
}
const names = async (q: string) => (await search(q)).map(({ name }) => name);

async function addBody(name: string, at = world) {
  const { rows } = await owner.query(
    "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, $3) RETURNING id, kind, directory_id",
    [at.workspaceId, randomUUID(), name],
  );
  return rows[0] as { id: string; kind: string; directory_id: string | null };
}

beforeAll(async () => {
  await owner.connect();
  world = await newWorld(owner);
});
afterAll(async () => {
  await owner.end();
  await disconnectAll();
});

describe("the directory", () => {
  test("holds the real lists, whole, once", async () => {
    const { rows } = await owner.query(
      "SELECT kind, count(*)::int AS n FROM directory_bodies WHERE current GROUP BY 1 ORDER BY 1",
    );
    expect(rows).toEqual([
      { kind: "council", n: 397 },
      { kind: "health", n: 212 },
      { kind: "police", n: 46 },
    ]);
  });

  test("has no name that means two bodies, and every name in proper case", () => {
    const rows = directoryRows();
    const all = rows.flatMap((row) => row.names);
    expect(all.length).toBe(new Set(all).size);
    expect(rows.filter(({ name }) => name === name.toUpperCase())).toEqual([]);
    expect(rows.find(({ id }) => id === "ods:RQF")).toMatchObject({
      name: "Velindre NHS Trust",
      nation: "Wales",
    });
  });
});

describe("a search", () => {
  test.each([
    ["part of a name", "leeds teach", "Leeds Teaching Hospitals NHS Trust"],
    ["another name", "hackney council", "London Borough of Hackney"],
    ["a misspelling", "birmingam city", "Birmingham City Council"],
    ["a police force", "met police", "Metropolitan Police Service"],
    ["& for and", "devon & corn", "Devon and Cornwall Police"],
  ])("finds %s", async (_, q, name) => {
    expect((await names(q))[0]).toBe(name);
  });

  test("puts the workspace's own first, each name once", async () => {
    await addBody("Leeds City Council");
    await addBody("Friends of Leeds");
    const found = await search("leeds");
    expect(found.slice(0, 2).map(({ name, id }) => [name, id !== null])).toEqual([
      ["Leeds City Council", true],
      ["Friends of Leeds", true],
    ]);
    expect(found.filter(({ name }) => name === "Leeds City Council")).toHaveLength(1);
    expect(found[2]).toMatchObject({ name: "Leeds and York Partnership NHS Foundation Trust", id: null });
    expect(found.length).toBeLessThanOrEqual(8);
  });

  test("knows nothing of another organisation's own bodies", async () => {
    const other = await newWorld(owner);
    await addBody("Zanzibar Street Association", other);
    expect(await names("zanzibar")).toEqual([]);
    expect(await search("zanzibar", other)).toHaveLength(1);
  });

  test.each(["", "   ", "'; DROP TABLE public_bodies; --", "%_%", "\u202e", "ا"])("bears %j", async (q) => {
    expect(await names(q)).toEqual([]);
  });
});

describe("a body that is new in a workspace", () => {
  test.each([
    ["by its name", "Sheffield City Council", "council", "gss:E08000019"],
    ["in small letters", "british transport police", "police", "police:british-transport"],
    ["by another name", "PSNI", "police", "police:northern-ireland"],
    ["not, when nobody goes by that name", "Northfield Council", "other", null],
  ])("is linked to the directory %s, and takes its kind", async (_, name, kind, directory) => {
    expect(await addBody(name)).toMatchObject({ kind, directory_id: directory });
  });

  test("keeps the kind that was chosen, and gets its kind through the form when none was", async () => {
    const log = async (publicBody: string, publicBodyKind: string[]) => {
      const form = consultationForm({ publicBody: [publicBody], publicBodyKind });
      const logged = await logConsultation.run(world.key("editor"), sent(form), NOW, { form: null });
      expect(logged).toMatchObject({ ok: true });
      const { rows } = await owner.query(
        "SELECT kind, directory_id FROM public_bodies WHERE workspace_id = $1 AND name = $2",
        [world.workspaceId, publicBody],
      );
      return rows[0];
    };
    expect(await log("Kent Police", [""])).toEqual({ kind: "police", directory_id: "police:kent" });
    expect(await log("Kent County Council", ["funder"])).toEqual({
      kind: "funder",
      directory_id: "gss:E10000016",
    });
  });
});

describe("changing a body", () => {
  const revise = (input: object, who: "editor" | "viewer" = "editor") =>
    reviseBody.run(world.key(who), input, NOW);

  test("saves name and kind, says so in the audit trail, and links a name of the directory", async () => {
    const { id } = await addBody("Barts");
    const version = bodyVersion({ name: "Barts", kind: "other" });
    expect(await revise({ id, name: "Barts Health  NHS Trust", kind: "health", version })).toMatchObject({
      ok: true,
    });
    const { rows } = await owner.query("SELECT name, kind, directory_id FROM public_bodies WHERE id = $1", [
      id,
    ]);
    expect(rows).toEqual([{ name: "Barts Health NHS Trust", kind: "health", directory_id: "ods:R1H" }]);
    const audit = await owner.query("SELECT kind, detail FROM audit_events WHERE subject_id = $1", [id]);
    expect(audit.rows).toEqual([{ kind: "public_body.revised", detail: { fields: ["name", "kind"] } }]);
  });

  test("is refused for a name already in use, an old version, a viewer, and another organisation", async () => {
    const { id } = await addBody("The Arts Fund");
    await addBody("The Sports Fund");
    const input = {
      id,
      name: "the sports fund",
      kind: "funder",
      version: bodyVersion({ name: "The Arts Fund", kind: "other" }),
    };
    expect(await revise(input)).toMatchObject({
      ok: false,
      errors: [{ field: "name", code: "already_used" }],
    });
    expect(await revise({ ...input, name: "Arts", version: "other Something" })).toMatchObject({
      code: "conflict",
    });
    expect(await revise({ ...input, name: "Arts" }, "viewer")).toMatchObject({ code: "forbidden" });
    const other = await newWorld(owner);
    expect(await reviseBody.run(other.key("owner"), { ...input, name: "Arts" }, NOW)).toMatchObject({
      code: "not_found",
    });
  });
});
