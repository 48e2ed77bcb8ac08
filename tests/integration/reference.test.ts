import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { AdminUseCase } from "@/lib/access/admin";
import { systemClient } from "@/lib/db/clients";
import { findOwed } from "@/lib/features/owed/find-owed";
import { getBody } from "@/lib/features/public-bodies/get-body";
import { searchBodies } from "@/lib/features/public-bodies/search-bodies";
import { addDirectoryBody } from "@/lib/features/reference/add-directory-body";
import { addRate } from "@/lib/features/reference/add-rate";
import { bringBodyBack, endDirectoryBody } from "@/lib/features/reference/end-directory-body";
import { findDirectoryBodies } from "@/lib/features/reference/find-directory-bodies";
import { findRates } from "@/lib/features/reference/find-rates";
import { findTopics } from "@/lib/features/reference/find-topics";
import { addTopic, renameTopic, retireTopic } from "@/lib/features/reference/keep-topics";
import { mergeDirectoryBodies } from "@/lib/features/reference/merge-directory-bodies";
import { reviseDirectoryBody } from "@/lib/features/reference/revise-directory-body";
import { removeRate, reviseRate } from "@/lib/features/reference/revise-rate";
import { refreshTopicLabels } from "@/lib/features/reference/topic-labels";
import { catalogueFor } from "@/lib/i18n/catalogue";
import { withTopicLabels } from "@/lib/i18n/topic-labels";
import { keepDirectory } from "@/prisma/seed/seed-directory";
import { aWord } from "@/tests/factories/a-word";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-11-23T12:00:00Z");
let owner: pg.Client;
let admin: Awaited<ReturnType<typeof signedInPerson>>;
let home: Awaited<ReturnType<typeof aMember>>;
let neighbour: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
});
afterAll(() => owner.end());
beforeEach(async () => {
  admin = await signedInPerson({ isPlatformAdmin: true, expiresIn: 30 * 24 * 3600 });
  home = await aMember("owner");
  neighbour = await aMember("owner");
  // The clock of these tests is ahead of the machine's.
  await owner.query("UPDATE sessions SET expires = '2200-01-01'");
});

async function run<S extends z.ZodType, T>(useCase: AdminUseCase<S, T>, input: unknown) {
  const result = await useCase.run(admin.sessionHash, input, now);
  return result.ok ? { value: result.value.value } : { code: result.code, error: result.errors[0] };
}

const words = (text: string) => `${text} ${aWord()}`;

async function anEntry(
  name = words("Invented Council"),
  aliases = "",
): Promise<{ id: string; name: string }> {
  const input = { id: randomUUID(), name, kind: "council", nation: "England", code: "E09999999", aliases };
  const added = await run(addDirectoryBody, input);
  if (!("value" in added)) throw new Error(JSON.stringify(added));
  return { id: added.value?.id ?? "", name };
}

async function aBody(workspace: string, name: string): Promise<string> {
  const id = randomUUID();
  await owner.query("INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, $3)", [
    workspace,
    id,
    name,
  ]);
  return id;
}

type Asked = { startsOn?: string; endsOn?: string; participants?: number; minutes?: number; paid?: number };
async function aConsultation(workspace: string, body: string, asked: Asked = {}): Promise<string> {
  const {
    startsOn = "2026-03-02",
    endsOn = "2026-03-02",
    participants = 10,
    minutes = 60,
    paid = null,
  } = asked;
  const id = randomUUID();
  await owner.query(
    `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, participants, minutes_each, payment_received)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspace, id, words("Asked about"), body, startsOn, endsOn, participants, minutes, paid],
  );
  return id;
}

async function aPromise(
  workspace: string,
  consultation: string,
  body: string | null = null,
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO follow_ups (workspace_id, id, consultation_id, public_body_id, title, made_on, due_on)
     VALUES ($1, $2, $3, $4, 'We will mend the lights', '2026-03-03', '2026-06-01')`,
    [workspace, id, consultation, body],
  );
  return id;
}

const rows = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows;

describe("the directory of public bodies", () => {
  it("is searched by name, other names and code, and paged", async () => {
    const { name, id } = await anEntry(words("Findable Borough"), "Old Findable\nFBC");
    for (const q of [name.slice(0, 20), "old findable", "E09999999"]) {
      const found = await run(findDirectoryBodies, { q });
      expect(found.value?.rows.map((row) => row.id)).toContain(id);
    }
    expect((await run(findDirectoryBodies, { q: "100%" })).value?.total).toBe(0);
    const first = await run(findDirectoryBodies, {});
    const second = await run(findDirectoryBodies, { page: 2 });
    expect(first.value?.rows).toHaveLength(25);
    expect(first.value?.more).toBe(true);
    expect(second.value?.rows[0]?.id).not.toBe(first.value?.rows[0]?.id);
  });

  it("is offered to every workspace at once when an entry is added or renamed", async () => {
    const search = async (q: string) => {
      const found = await searchBodies.run(home.key, { q }, now);
      return found.ok ? found.value.value.map((hit) => hit.name) : [];
    };
    const before = words("Quickly Seen Council");
    expect(await search(before)).not.toContain(before);
    const { id } = await anEntry(before);
    expect(await search(before)).toContain(before);
    const after = words("Renamed Council");
    const fields = { kind: "council", nation: "Wales", code: "W1", aliases: before };
    expect(await run(reviseDirectoryBody, { id, version: 1, name: after, ...fields })).toEqual({
      value: { id },
    });
    expect(await search(before)).toEqual([after]);
    // What an organisation writes under the old name is linked to it.
    const body = await aBody(home.workspace.id, before);
    expect(await rows("SELECT directory_id FROM public_bodies WHERE id = $1", [body])).toEqual([
      { directory_id: id },
    ]);
  });

  it("finds the organisations that named a body before it was an entry, or before it went by that name", async () => {
    const [name, other] = [words("Early Council"), words("Early Town Hall")];
    const w = home.workspace.id;
    const [body, alias] = [await aBody(w, name.toUpperCase()), await aBody(neighbour.workspace.id, other)];
    await owner.query("UPDATE public_bodies SET kind = 'funder' WHERE id = $1", [body]);
    const { id } = await anEntry(name);
    const linked = (one: string) =>
      rows("SELECT directory_id, kind::text FROM public_bodies WHERE id = $1", [one]);
    expect(await linked(body)).toEqual([{ directory_id: id, kind: "funder" }]);
    expect(await linked(alias)).toEqual([{ directory_id: null, kind: "other" }]);

    const revised = { id, version: 1, name, kind: "council", nation: "England", code: "", aliases: other };
    expect(await run(reviseDirectoryBody, revised)).toEqual({ value: { id } });
    expect(await linked(alias)).toEqual([{ directory_id: id, kind: "other" }]);

    const later = await anEntry(words("Later Council"));
    expect(await run(endDirectoryBody, { id, endedOn: "2026-10-01", successor: later.name })).toEqual({
      value: { id, workspaces: 2 },
    });
    const heirs = await rows(
      "SELECT s.name FROM public_bodies b JOIN public_bodies s ON s.workspace_id = b.workspace_id AND s.id = b.succeeded_by WHERE b.id = ANY ($1)",
      [[body, alias]],
    );
    expect(heirs).toEqual([{ name: later.name }, { name: later.name }]);
  });

  it("refuses a name that is taken, and a version that another admin has replaced", async () => {
    const one = await anEntry();
    const other = await anEntry();
    const fields = { kind: "council", nation: "England", code: null, aliases: null };
    expect(
      await run(addDirectoryBody, { id: randomUUID(), name: one.name.toUpperCase(), ...fields }),
    ).toMatchObject({
      error: { field: "name", code: "already_used" },
    });
    expect(
      await run(reviseDirectoryBody, { id: other.id, version: 1, name: one.name, ...fields }),
    ).toMatchObject({
      error: { field: "name", code: "already_used" },
    });
    expect(
      await run(reviseDirectoryBody, { id: one.id, version: 1, name: words("New"), ...fields }),
    ).toMatchObject({
      value: { id: one.id },
    });
    expect(
      await run(reviseDirectoryBody, { id: one.id, version: 1, name: words("Newer"), ...fields }),
    ).toMatchObject({
      code: "conflict",
    });
  });

  it("keeps what admins changed when newer lists are brought in", async () => {
    const [listed] = await rows(
      "SELECT id, version FROM directory_bodies WHERE id LIKE 'gss:%' AND current LIMIT 1",
    );
    const name = words("Changed by hand");
    const fields = { kind: "council", nation: "England", code: "E1", aliases: "" };
    await run(reviseDirectoryBody, { id: listed.id, version: listed.version, name, ...fields });
    const added = await anEntry();
    await keepDirectory(owner);
    expect(await rows("SELECT name, current FROM directory_bodies WHERE id = $1", [listed.id])).toEqual([
      { name, current: true },
    ]);
    expect(await rows("SELECT current FROM directory_bodies WHERE id = $1", [added.id])).toEqual([
      { current: true },
    ]);
  });
});

describe("merging two entries", () => {
  it("asks for the name of the one that goes, and for two different ones of the directory", async () => {
    const [kept, gone] = [await anEntry(), await anEntry()];
    const base = { id: gone.id, into: kept.name, confirm: gone.name };
    expect(await run(mergeDirectoryBodies, { ...base, confirm: "yes" })).toMatchObject({
      error: { field: "confirm", code: "wrong_name" },
    });
    expect(await run(mergeDirectoryBodies, { ...base, into: "Nobody" })).toMatchObject({
      error: { field: "into", code: "not_in_directory" },
    });
    expect(await run(mergeDirectoryBodies, { ...base, into: gone.id })).toMatchObject({
      error: { field: "into", code: "same_body" },
    });
  });

  it("keeps the names, relinks organisations' own rows, and makes two rows of one organisation one", async () => {
    const kept = await anEntry(words("Kept Council"), "Kept too");
    const gone = await anEntry(words("Gone Council"), "Gone too");
    const both = {
      kept: await aBody(home.workspace.id, kept.name),
      gone: await aBody(home.workspace.id, gone.name),
    };
    const only = await aBody(neighbour.workspace.id, gone.name);
    const w = home.workspace.id;
    const asked = await aConsultation(w, both.gone);
    const shared = await aConsultation(w, both.kept);
    await owner.query("INSERT INTO consultation_other_bodies VALUES ($1, $2, $3)", [w, shared, both.gone]);
    const third = await aBody(w, words("A third"));
    const beside = await aConsultation(w, third);
    for (const body of [both.kept, both.gone])
      await owner.query("INSERT INTO consultation_other_bodies VALUES ($1, $2, $3)", [w, beside, body]);
    const promise = await aPromise(w, beside, both.gone);
    await owner.query(
      "INSERT INTO activities (workspace_id, id, title, kind, starts_on, public_body_id) VALUES ($1, $2, 'Open day', 'welcome', '2026-05-01', $3)",
      [w, randomUUID(), both.gone],
    );
    await owner.query(
      "INSERT INTO trash (workspace_id, id, kind, subject_id, payload) VALUES ($1, $2, 'consultation', $2, $3)",
      [w, randomUUID(), JSON.stringify({ consultations: [{ public_body_id: both.gone }] })],
    );

    const merged = await run(mergeDirectoryBodies, { id: gone.id, into: kept.name, confirm: gone.name });
    expect(merged).toEqual({ value: { id: kept.id, workspaces: 2 } });

    const [entry] = await rows("SELECT aliases, names FROM directory_bodies WHERE id = $1", [kept.id]);
    expect(entry.aliases.sort()).toEqual(["Gone too", "Kept too", gone.name].sort());
    expect(entry.names).toContain(gone.name.toLowerCase());
    expect(
      await rows("SELECT id FROM public_bodies WHERE workspace_id = $1 AND id = $2", [w, both.gone]),
    ).toEqual([]);
    expect(
      await rows("SELECT public_body_id AS b FROM consultations WHERE id = ANY ($1) ORDER BY id", [
        [asked, shared],
      ]),
    ).toEqual([{ b: both.kept }, { b: both.kept }]);
    expect(
      await rows(
        "SELECT consultation_id AS c, public_body_id AS b FROM consultation_other_bodies WHERE workspace_id = $1",
        [w],
      ),
    ).toEqual([{ c: beside, b: both.kept }]);
    expect(await rows("SELECT public_body_id AS b FROM follow_ups WHERE id = $1", [promise])).toEqual([
      { b: both.kept },
    ]);
    expect(await rows("SELECT public_body_id AS b FROM activities WHERE workspace_id = $1", [w])).toEqual([
      { b: both.kept },
    ]);
    const [trash] = await rows("SELECT payload FROM trash WHERE workspace_id = $1", [w]);
    expect(trash.payload.consultations[0].public_body_id).toBe(both.kept);
    // The neighbour's row stays theirs, under their own words.
    expect(await rows("SELECT name, directory_id FROM public_bodies WHERE id = $1", [only])).toEqual([
      { name: gone.name, directory_id: kept.id },
    ]);
    for (const workspace of [w, neighbour.workspace.id])
      expect(
        await rows(
          "SELECT actor_id, detail FROM audit_events WHERE workspace_id = $1 AND kind = 'platform.bodies_merged'",
          [workspace],
        ),
      ).toEqual([{ actor_id: admin.user.id, detail: { keptId: kept.id, goneId: gone.id } }]);
  });

  it("leaves no table of today or tomorrow behind: every one that refers to a body follows", async () => {
    const references = await rows(
      `SELECT k.conrelid::regclass::text AS "table", cardinality(k.conkey) AS columns,
         (SELECT attname::text FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) AS first
       FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = 'public_bodies'::regclass`,
    );
    expect(references.length).toBeGreaterThan(5);
    // merge_own_bodies() finds them by these keys.
    for (const { table, columns, first } of references)
      expect({ table, columns, first }).toEqual({ table, columns: 2, first: "workspace_id" });
  });
});

describe("a body that ended", () => {
  async function succession() {
    const earlier = await anEntry(words("District Council"));
    const later = await anEntry(words("Unitary Council"));
    const w = home.workspace.id;
    const body = await aBody(w, earlier.name);
    const silent = await aConsultation(w, body);
    const promised = await aConsultation(w, body);
    const promise = await aPromise(w, promised);
    const ended = await run(endDirectoryBody, {
      id: earlier.id,
      endedOn: "2026-10-01",
      successor: later.name,
    });
    expect(ended).toEqual({ value: { id: earlier.id, workspaces: 1 } });
    const [heir] = await rows(
      "SELECT id, name FROM public_bodies WHERE workspace_id = $1 AND directory_id = $2",
      [w, later.id],
    );
    return { earlier, later, w, body, silent, promised, promise, heir };
  }

  it("leaves what it owes to its successor, shown as made by the earlier one, and its figures stay its own", async () => {
    const { earlier, later, body, silent, promise, heir } = await succession();
    expect(heir.name).toBe(later.name);
    const owed = await findOwed.run(home.key, { side: "to_us", body: heir.id }, now);
    if (!owed.ok) throw new Error(owed.code);
    expect(owed.value.value.items.map(({ id, body: by, madeBy }) => ({ id, by, madeBy }))).toEqual(
      expect.arrayContaining([
        { id: silent, by: later.name, madeBy: earlier.name },
        { id: promise, by: later.name, madeBy: earlier.name },
      ]),
    );
    expect(owed.value.value.bodies).toEqual([{ id: heir.id, name: later.name }]);

    const page = await getBody.run(home.key, { id: heir.id }, now);
    expect(page).toMatchObject({
      value: {
        value: {
          succession: {
            successor: null,
            tookOver: [{ id: body, name: earlier.name, on: "2026-10-01" }],
            inherited: { total: 2 },
          },
          figures: { consultations: 0, promisesDue: 0 },
        },
      },
    });
    const old = await getBody.run(home.key, { id: body }, now);
    expect(old).toMatchObject({
      value: {
        value: {
          succession: {
            successor: { id: heir.id, name: later.name, on: "2026-10-01" },
            inherited: { total: 0 },
          },
          figures: { consultations: 2, promisesDue: 1 },
        },
      },
    });
  });

  it("keeps what is done, and what the organisation owes itself", async () => {
    const { w, promise, body, heir } = await succession();
    await owner.query("UPDATE follow_ups SET body_says = 'done' WHERE workspace_id = $1 AND id = $2", [
      w,
      promise,
    ]);
    const done = await findOwed.run(home.key, { side: "to_us", state: "done" }, now);
    expect(done).toMatchObject({ value: { value: { items: [{ id: promise, madeBy: null }] } } });
    const page = await getBody.run(home.key, { id: heir.id }, now);
    expect(page).toMatchObject({ value: { value: { succession: { inherited: { total: 1 } } } } });
    expect(body).not.toBe(heir.id);
  });

  it("hands on along a chain, and to rows that an organisation adds later", async () => {
    const { earlier, later, heir } = await succession();
    const last = await anEntry(words("Combined Authority"));
    await run(endDirectoryBody, { id: later.id, endedOn: "2026-11-01", successor: last.name });
    const owed = await findOwed.run(home.key, { side: "to_us" }, now);
    if (!owed.ok) throw new Error(owed.code);
    expect(new Set(owed.value.value.items.map(({ body, madeBy }) => `${body} < ${madeBy}`))).toEqual(
      new Set([`${last.name} < ${earlier.name}`]),
    );
    const added = await aBody(neighbour.workspace.id, earlier.name);
    const heirs = await rows(
      `SELECT n.name FROM public_bodies b JOIN public_bodies h ON h.workspace_id = b.workspace_id AND h.id = b.succeeded_by
       JOIN public_bodies n ON n.workspace_id = h.workspace_id AND n.id = h.succeeded_by WHERE b.id = $1`,
      [added],
    );
    expect(heirs).toEqual([{ name: last.name }]);
    expect(heir.id).not.toBe(added);
  });

  it("ends on a day that has come, and follows nobody in a circle", async () => {
    const [one, other] = [await anEntry(), await anEntry()];
    expect(await run(endDirectoryBody, { id: one.id, endedOn: "2026-11-24" })).toMatchObject({
      error: { field: "endedOn", code: "still_to_come" },
    });
    expect(
      await run(endDirectoryBody, { id: one.id, endedOn: "2026-01-01", successor: one.name }),
    ).toMatchObject({
      error: { field: "successor", code: "same_body" },
    });
    await run(endDirectoryBody, { id: one.id, endedOn: "2026-01-01", successor: other.name });
    expect(
      await run(endDirectoryBody, { id: other.id, endedOn: "2026-02-01", successor: one.id }),
    ).toMatchObject({
      error: { field: "successor", code: "same_body" },
    });
    expect(await run(endDirectoryBody, { id: other.id, endedOn: "2026-02-01" })).toMatchObject({
      value: { workspaces: 0 },
    });
  });

  it("goes with its organisation when that is erased", async () => {
    const { w } = await succession();
    await owner.query("SELECT wipe_workspace($1, now(), 'closed')", [w]);
    expect(await rows("SELECT FROM public_bodies WHERE workspace_id = $1", [w])).toEqual([]);
  });

  it("goes on when the end is taken back", async () => {
    const { earlier, body, heir } = await succession();
    expect(await run(bringBodyBack, { id: earlier.id })).toEqual({ value: { id: earlier.id } });
    const page = await getBody.run(home.key, { id: heir.id }, now);
    expect(page).toMatchObject({
      value: { value: { succession: { tookOver: [], inherited: { total: 0 } } } },
    });
    const kinds = await rows("SELECT kind FROM audit_events WHERE subject_id = $1 ORDER BY at", [body]);
    expect(kinds.map(({ kind }) => kind)).toEqual(["platform.body_ended", "platform.body_back"]);
  });
});

describe("hourly rates", () => {
  const rate = { country: "FR", currency: "EUR", amount: 11.88, source: "SMIC", sourceUrl: null };

  it("begin with the United Kingdom's, each with its source", async () => {
    const found = await run(findRates, {});
    const british = found.value?.rows.filter(({ country }) => country === "GB") ?? [];
    expect(british[0]).toMatchObject({ amount: 12.71, validFrom: "2026-04-01", currency: "GBP" });
    for (const { source, sourceUrl } of british) {
      expect(source).toContain("National Living Wage");
      expect(sourceUrl).toBe("https://www.gov.uk/national-minimum-wage-rates");
    }
  });

  it("are added once for a day, revised in the version they were opened with, and removed", async () => {
    const id = randomUUID();
    const input = { ...rate, id, validFromOn: "2025-01-01" };
    expect(await run(addRate, input)).toEqual({ value: { id } });
    expect(await run(addRate, input)).toEqual({ value: { id } });
    expect(await run(addRate, { ...input, id: randomUUID() })).toMatchObject({
      error: { field: "validFromOn", code: "already_used" },
    });
    expect(await run(reviseRate, { ...input, version: 1, amount: 12.02 })).toEqual({ value: { id } });
    expect(await run(reviseRate, { ...input, version: 1, amount: 13 })).toMatchObject({ code: "conflict" });
    expect(await run(addRate, { ...input, id: randomUUID(), country: "France" })).toMatchObject({
      error: { field: "country", code: "not_a_country" },
    });
    expect(await run(removeRate, { id })).toEqual({ value: { id } });
    expect(await rows("SELECT FROM hourly_rates WHERE id = $1", [id])).toEqual([]);
  });
});

describe("topics", () => {
  const names = async (workspace: string) =>
    (await rows("SELECT key, name, retired FROM topics WHERE workspace_id = $1", [workspace])) as {
      key: string | null;
      name: string;
      retired: boolean;
    }[];

  it("that are new reach every workspace, also where it had named one like that itself", async () => {
    const name = words("Food");
    const own = randomUUID();
    await owner.query("INSERT INTO topics (workspace_id, id, name) VALUES ($1, $2, $3)", [
      neighbour.workspace.id,
      own,
      name.toUpperCase(),
    ]);
    const added = await run(addTopic, { name, nameAr: "الغذاء" });
    const key = added.value?.key ?? "";
    expect(key).toMatch(/^food_[a-z]+$/);
    expect(await names(home.workspace.id)).toContainEqual({ key, name, retired: false });
    expect(
      await rows("SELECT id FROM topics WHERE workspace_id = $1 AND key = $2", [neighbour.workspace.id, key]),
    ).toEqual([{ id: own }]);
    const later = await aMember("owner");
    expect(await names(later.workspace.id)).toContainEqual({ key, name, retired: false });
    expect(await run(addTopic, { name: name.toLowerCase(), nameAr: "x" })).toMatchObject({
      error: { field: "name", code: "already_used" },
    });
  });

  it("are called what they are called now, in both languages", async () => {
    const [before] = await rows("SELECT version FROM shared_topics WHERE key = 'transport'");
    const name = words("Getting about");
    const input = { key: "transport", version: before.version, name, nameAr: "التنقل" };
    expect(await run(renameTopic, input)).toEqual({ value: { key: "transport" } });
    expect(await run(renameTopic, { ...input, name: words("Other") })).toMatchObject({ code: "conflict" });
    expect(await names(home.workspace.id)).toContainEqual({ key: "transport", name, retired: false });
    await refreshTopicLabels();
    expect(withTopicLabels("en", catalogueFor("en")).taxonomy.topic.transport).toBe(name);
    expect(withTopicLabels("ar", catalogueFor("ar")).taxonomy.topic.transport).toBe("التنقل");
    expect(withTopicLabels("en", catalogueFor("en")).taxonomy.topic.housing).toBe("Housing");
  });

  it("that are retired stay where they are used and are offered no more", async () => {
    const added = await run(addTopic, { name: words("Old times"), nameAr: "قديم" });
    const key = added.value?.key ?? "";
    expect(await run(retireTopic, { key, retire: "yes" })).toEqual({ value: { key } });
    expect((await names(home.workspace.id)).find((topic) => topic.key === key)?.retired).toBe(true);
    const later = await aMember("owner");
    expect((await names(later.workspace.id)).map((topic) => topic.key)).not.toContain(key);
    await run(retireTopic, { key, retire: "no" });
    expect((await names(later.workspace.id)).map((topic) => topic.key)).toContain(key);
    const listed = await run(findTopics, {});
    expect(listed.value?.rows.find((row) => row.key === "housing")?.nameAr).toBe("السكن");
  });

  it("take no signs that the catalogue would read as its own", async () => {
    for (const name of ["{count}", "<b>"])
      expect(await run(addTopic, { name, nameAr: "x" })).toMatchObject({
        error: { field: "name", code: "no_signs" },
      });
  });
});

describe("everything kept here", () => {
  it("is told in the platform's own trail, and is nobody else's business", async () => {
    const { id } = await anEntry();
    expect(await systemClient().platformEvent.findMany({ where: { actorId: admin.user.id } })).toMatchObject([
      { kind: "directory.added", detail: { bodyId: id } },
    ]);
    const inputs = [
      [findDirectoryBodies, {}],
      [mergeDirectoryBodies, { id, into: "x", confirm: "x" }],
      [endDirectoryBody, { id, endedOn: "2026-01-01" }],
      [addRate, {}],
      [addTopic, { name: "x", nameAr: "x" }],
    ] as const;
    for (const [useCase, input] of inputs)
      expect(await useCase.run(home.sessionHash, input, now)).toMatchObject({ ok: false, code: "not_found" });
  });
});
