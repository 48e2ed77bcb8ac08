import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getConsultation } from "@/lib/features/consultations/get-consultation";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openLogForm } from "@/lib/features/consultations/open-log-form";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";
import { dismissProposal } from "@/lib/features/linked/dismiss-proposal";
import { fillFromLink } from "@/lib/features/linked/fill-from-link";
import { lookAgain } from "@/lib/features/linked/look-again";
import { openLinkForm } from "@/lib/features/linked/open-link-form";
import { readPasted } from "@/lib/features/linked/read-pasted";
import { reconsiderProposal } from "@/lib/features/linked/reconsider-proposal";
import { openResponseForm } from "@/lib/features/responses/open-response-form";
import { recordResponse } from "@/lib/features/responses/record-response";
import { aMember } from "@/tests/factories/member";
import { comeAs } from "@/tests/factories/request";
import { json, type Reply, strangeSite } from "@/tests/factories/strange-site";
import { testDatabase } from "@/tests/setup/database";

vi.mock("next/headers", () => import("@/tests/factories/request"));

// A pasted address fills in the long form; later the page is looked at again, and what looks like an answer is proposed.
// The sites are on this machine and answer what GOV.UK and Citizen Space answer.

const db = new pg.Client({ connectionString: testDatabase().owner });
let site: Awaited<ReturnType<typeof strangeSite>> | null = null;
beforeAll(() => db.connect());
afterAll(() => db.end());
afterEach(async () => {
  await site?.close();
  site = null;
});

const now = new Date("2026-06-01T09:00:00Z");
const DAY = 86_400_000;
const example = (name: string) => JSON.parse(readFileSync(`tests/data/govuk/${name}.json`, "utf8"));
const GOVUK = "https://www.gov.uk/government/consultations/review-of-museums-in-england";
const activity = {
  id: "play-2026",
  dept: "parks",
  title: "Play areas",
  department: "Northfield Council",
  overview: "<p>Where should children <b>play</b>?</p>",
  startdate: "2026/01/05",
  enddate: "2026/02/15",
  feedbackdate: "2026/04/30",
  url: "https://consultations.northfield.example/parks/play-2026/",
};

type Member = Awaited<ReturnType<typeof aMember>>;

/** What the action does with a pasted address, up to where it leads. */
async function paste(member: Member, link: string, reply: Reply, names: Record<string, string[]> = {}) {
  await site?.close();
  site = await strangeSite(reply);
  Object.assign(site.names, names);
  comeAs(member.token);
  const form = new FormData();
  const id = randomUUID();
  form.set("_workspace", member.workspace.slug);
  form.set("id", id);
  form.set("link", link);
  form.set("page", '{"title":"made up"}');
  await readPasted(form, site.way);
  const { _workspace, ...input } = Object.fromEntries(form);
  const result = await fillFromLink.run(member.key, input, now, { form: "link:new" });
  return { id, result, asked: site.asked };
}

async function filled(member: Member, id: string) {
  const result = await openLogForm.run(member.key, { begun: id }, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value.view;
}

async function logged(member: Member, values: Record<string, string[]>): Promise<string> {
  const input = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]));
  const result = await logConsultation.run(member.key, input, now, { form: null });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

async function seen(member: Member, id: string) {
  const result = await getConsultation.run(member.key, { id }, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

/** Every page's turn is now. */
async function itIsTime(): Promise<void> {
  await db.query("UPDATE page_looks SET next_look_at = $1", [now]);
}

/** A consultation that came from a page and is over. */
async function fromPage(member: Member, sourceUrl: string | null): Promise<string> {
  return logged(member, {
    id: [randomUUID()],
    title: ["Museums"],
    publicBody: ["Department for Culture"],
    startsOn: ["2026-01-05"],
    endsOn: ["2026-02-15"],
    ...(sourceUrl && { sourceUrl: [sourceUrl] }),
  });
}

describe("pasting a link", () => {
  it("of GOV.UK fills in the long form, and saves nothing", async () => {
    const member = await aMember("editor");
    const reply: Reply = (request, response) => {
      expect(request.url).toBe("/api/content/government/consultations/review-of-museums-in-england");
      json(response, example("closed_consultation"));
    };
    const { id, result, asked } = await paste(member, `${GOVUK}?utm=1`, reply);
    expect(result).toMatchObject({ ok: true, value: { value: { id, kind: "govuk" } } });
    const view = await filled(member, id);
    expect(view).toMatchObject({ drafted: true, kept: false, errors: [] });
    expect(view.values).toMatchObject({
      id: [id],
      title: ["Review of Museums in England"],
      publicBody: ["Department for Culture, Media & Sport"],
      startsOn: ["2016-09-05"],
      endsOn: ["2016-10-31"],
      sourceUrl: [GOVUK],
    });
    expect(view.values.answerPromisedOn).toBeUndefined();
    const count = await db.query("SELECT count(*)::int AS n FROM consultations WHERE workspace_id = $1", [
      member.workspace.id,
    ]);
    expect(count.rows).toEqual([{ n: 0 }]);
    // Nobody is told who asked: the address of this server, and no more.
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked)).toContain("(+http://127.0.0.1:3000)");
    expect(JSON.stringify(asked)).not.toContain(member.workspace.slug);
    expect(await logged(member, view.values)).toBe(id);
  });

  it("of a Citizen Space site brings the date they promised", async () => {
    const member = await aMember("owner");
    const reply: Reply = (request, response) => {
      expect(request.url).toBe("/api/2.4/json_consultation_details?dept=parks&id=play-2026&fields=all");
      json(response, activity);
    };
    const { id, result } = await paste(
      member,
      "consultations.northfield.example/parks/play-2026/consult_view/",
      reply,
    );
    expect(result.ok).toBe(true);
    expect((await filled(member, id)).values).toEqual({
      id: [id],
      sessions: ["1"],
      title: ["Play areas"],
      publicBody: ["Northfield Council"],
      purpose: ["Where should children play?"],
      startsOn: ["2026-01-05"],
      endsOn: ["2026-02-15"],
      answerPromisedOn: ["2026-04-30"],
      sourceUrl: [activity.url],
    });
  });

  it("that is in the record already says so and asks nobody", async () => {
    const member = await aMember("editor");
    const id = await fromPage(member, `${GOVUK.replace("https", "http")}/`);
    const { result, asked } = await paste(member, GOVUK, (_, response) => json(response, {}));
    expect(result).toMatchObject({ ok: false, errors: [{ field: "link", code: "already_recorded" }] });
    expect(asked).toEqual([]);
    await db.query(
      "INSERT INTO drafts (workspace_id, user_id, form, payload) VALUES ($1, $2, 'link:new', $3)",
      [
        member.workspace.id,
        member.user.id,
        { values: { link: [GOVUK] }, errors: [{ field: "link", code: "already_recorded" }], code: "invalid" },
      ],
    );
    const form = await openLinkForm.run(member.key, {}, now);
    expect(form.ok && form.value.value.recorded).toEqual({ id, title: "Museums" });
    expect(form.ok && form.value.value.view.values.link).toEqual([GOVUK]);
  });

  it.each<[string, string, Reply, string]>([
    ["no address", "housing plan", () => null, "not_a_page"],
    ["another page of theirs", "https://www.gov.uk/browse", () => null, "not_a_page"],
    ["a page that is not there", GOVUK, (_, response) => response.writeHead(404).end(), "page_not_found"],
    ["a site that says no", GOVUK, (_, response) => response.writeHead(403).end(), "page_refused"],
    ["something else", GOVUK, (_, response) => json(response, { hello: 1 }), "page_not_readable"],
    [
      "a web page",
      GOVUK,
      (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
      "page_not_readable",
    ],
    ["too much", GOVUK, (_, response) => json(response, "0".repeat(1_100_000)), "page_too_big"],
    [
      "a way inside",
      GOVUK,
      (_, response) => response.writeHead(302, { location: "https://127.0.0.1/" }).end(),
      "page_not_public",
    ],
  ])("that leads to %s is answered in plain words", async (_, link, reply, code) => {
    const { result } = await paste(await aMember("editor"), link, reply);
    expect(result).toMatchObject({ ok: false, code: "invalid", errors: [{ field: "link", code }] });
  });

  it("whose name leads to a private network is not asked for", async () => {
    const names = { "www.gov.uk": ["10.0.0.4"] };
    const { result, asked } = await paste(await aMember("editor"), GOVUK, () => null, names);
    expect(result).toMatchObject({ errors: [{ code: "page_not_public" }] });
    expect(asked).toEqual([]);
  });

  it("makes nobody ask for a viewer, a stranger, another's member or a suspended organisation", async () => {
    const home = await aMember("editor");
    const viewer = await aMember("viewer", home.workspace);
    const neighbour = { ...(await aMember("owner")), workspace: home.workspace };
    for (const who of [viewer, { ...home, token: "" }, neighbour]) {
      const { asked } = await paste(who, GOVUK, (_, response) =>
        json(response, example("closed_consultation")),
      );
      expect(asked).toEqual([]);
    }
    await db.query("UPDATE workspaces SET state = 'suspended' WHERE id = $1", [home.workspace.id]);
    const { result, asked } = await paste(home, GOVUK, () => null);
    expect(result).toMatchObject({ ok: false, code: "read_only" });
    expect(asked).toEqual([]);
  });

  it("has an end: a member may ask so often in an hour", async () => {
    const member = await aMember("editor");
    const reply: Reply = (_, response) => response.writeHead(404).end();
    for (let turn = 0; turn < 30; turn += 1) await paste(member, GOVUK, reply);
    const { result, asked } = await paste(member, GOVUK, reply);
    expect(result).toMatchObject({ errors: [{ code: "too_many_links" }] });
    expect(asked).toEqual([]);
  });

  it("does nothing where no other site may be asked", async () => {
    const member = await aMember("editor");
    comeAs(member.token);
    const form = new FormData();
    form.set("_workspace", member.workspace.slug);
    form.set("link", GOVUK);
    await readPasted(form);
    expect(form.get("fault")).toBe("links_off");
    expect(await lookAgain(now)).toEqual({ looked: 0, failed: 0, proposed: 0 });
  });
});

describe("looking again", () => {
  beforeEach(async () => {
    await db.query("UPDATE consultations SET source_url = NULL");
    await db.query("DELETE FROM page_looks");
  });
  const outcome: Reply = (_, response) => json(response, example("consultation_outcome"), { etag: '"1"' });

  it("proposes an answer that counts for nothing until somebody records it", async () => {
    const member = await aMember("editor");
    const id = await fromPage(member, GOVUK);
    site = await strangeSite((_, response) => json(response, example("closed_consultation")));
    await lookAgain(now, site.way);
    await itIsTime();
    expect(await lookAgain(now, site.way)).toEqual({ looked: 1, failed: 0, proposed: 0 });
    expect((await seen(member, id)).proposal).toBeNull();
    await site.close();

    site = await strangeSite(outcome);
    await itIsTime();
    expect(await lookAgain(now, site.way)).toEqual({ looked: 1, failed: 0, proposed: 1 });
    const before = await seen(member, id);
    expect(before.row.standing).toBe("silent");
    expect(before.proposal).toMatchObject({ kind: "decision", receivedOn: "2016-10-18", sourceUrl: GOVUK });
    expect(before.proposal?.summary).toMatch(/^This document is the response/);
    const dashboard = await getDashboard.run(member.key, { order: "hours" }, now);
    expect(dashboard.ok && dashboard.value.value.dueSoon.items[0]).toMatchObject({
      kind: "proposal",
      recordId: id,
    });

    // The form of an answer starts with it, and saving that answers it.
    const proposal = before.proposal?.id ?? "";
    const form = await openResponseForm.run(member.key, { consultationId: id, id: null, proposal }, now);
    if (!form.ok) throw new Error(form.code);
    expect(form.value.value.proposed).toBe(true);
    expect(form.value.value.view.values).toMatchObject({
      kind: ["decision"],
      receivedOn: ["2016-10-18"],
      sourceUrl: [GOVUK],
    });
    const input = Object.fromEntries(
      Object.entries(form.value.value.view.values).map(([name, [one]]) => [name, one]),
    );
    const saved = await recordResponse.run(member.key, { ...input, receivedOn: "2026-05-20" }, now, {
      form: null,
    });
    expect(saved.ok).toBe(true);
    const after = await seen(member, id);
    expect(after.proposal).toBeNull();
    expect(after.record.responses).toHaveLength(1);
    const { rows } = await db.query("SELECT taken, decided_by FROM answer_proposals WHERE id = $1", [
      proposal,
    ]);
    expect(rows).toEqual([{ taken: true, decided_by: member.user.id }]);
    // And nobody looks any more.
    await itIsTime();
    expect(await lookAgain(now, site.way)).toEqual({ looked: 0, failed: 0, proposed: 0 });
  });

  it("remembers what is no answer, until the page says something else", async () => {
    const member = await aMember("editor");
    const id = await fromPage(member, GOVUK);
    const page = example("consultation_outcome");
    site = await strangeSite((_, response) => json(response, page));
    await lookAgain(now, site.way);
    await itIsTime();
    await lookAgain(now, site.way);
    const proposal = (await seen(member, id)).proposal?.id ?? "";
    expect((await dismissProposal.run(member.key, { id: proposal }, now)).ok).toBe(true);
    expect((await seen(member, id)).proposal).toBeNull();
    await itIsTime();
    expect(await lookAgain(now, site.way)).toMatchObject({ looked: 1, proposed: 0 });
    expect((await seen(member, id)).proposal).toBeNull();

    expect((await reconsiderProposal.run(member.key, { id: proposal }, now)).ok).toBe(true);
    expect((await seen(member, id)).proposal?.id).toBe(proposal);
    await dismissProposal.run(member.key, { id: proposal }, now);
    page.details.final_outcome_detail = "<p>We decided after all.</p>";
    await itIsTime();
    expect(await lookAgain(now, site.way)).toMatchObject({ proposed: 1 });
    expect((await seen(member, id)).proposal?.summary).toMatch(/^We decided after all\./);
    const { rows } = await db.query<{ kind: string }>(
      "SELECT kind FROM audit_events WHERE workspace_id = $1 AND kind LIKE 'proposal.%' ORDER BY at, id",
      [member.workspace.id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "proposal.dismissed",
      "proposal.reconsidered",
      "proposal.dismissed",
    ]);
  });

  it("looks at a pasted page of any site, and takes strangers' words as words", async () => {
    const member = await aMember("editor");
    const { id } = await paste(member, activity.url, (_, response) => json(response, activity));
    await logged(member, (await filled(member, id)).values);
    await site?.close();
    const hostile = {
      ...activity,
      resultdate: "2026/05/12",
      we_did: "<script>alert(1)</script><img src=x onerror=alert(2)><p>Ask amina.k@example.org</p>",
    };
    site = await strangeSite((_, response) => json(response, hostile));
    await itIsTime();
    expect(await lookAgain(now, site.way)).toMatchObject({ looked: 1, proposed: 1 });
    // What may show who somebody is stays on their page.
    expect((await seen(member, id)).proposal).toMatchObject({ receivedOn: "2026-05-12", summary: null });
    hostile.we_did = "<p>Two swings &lt;b&gt;&amp;</p><script>alert(1)</script>";
    await itIsTime();
    await lookAgain(now, site.way);
    expect((await seen(member, id)).proposal?.summary).toBe("Two swings <b>&");
  });

  it("asks only for what changed, and leaves alone what fails, for longer each time", async () => {
    const member = await aMember("editor");
    await fromPage(member, GOVUK);
    site = await strangeSite((request, response) =>
      request.headers["if-none-match"] === '"1"' ? response.writeHead(304).end() : outcome(request, response),
    );
    await lookAgain(now, site.way);
    const row = async () =>
      (await db.query("SELECT * FROM page_looks WHERE workspace_id = $1", [member.workspace.id])).rows[0];
    for (const turn of [1, 2]) {
      await itIsTime();
      await lookAgain(now, site.way);
      expect({ turn, etag: (await row()).etag }).toEqual({ turn, etag: '"1"' });
    }
    expect(site.asked.at(-1)?.headers["if-none-match"]).toBe('"1"');
    const wait = async () => ((await row()).next_look_at.getTime() - now.getTime()) / DAY;
    expect(await wait()).toBeGreaterThan(0.9);
    expect(await wait()).toBeLessThan(1.1);
    await site.close();
    site = await strangeSite((_, response) => response.writeHead(500).end());
    const waits: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      await itIsTime();
      expect(await lookAgain(now, site.way)).toMatchObject({ looked: 1, failed: 1 });
      waits.push(await wait());
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    expect((await row()).etag).toBe('"1"');
  });

  it("reads a page anew for a record that came later, and sees a date of results come", async () => {
    const member = await aMember("editor");
    await fromPage(member, GOVUK);
    const tagged: Reply = (request, response) =>
      request.headers["if-none-match"] ? response.writeHead(304).end() : outcome(request, response);
    site = await strangeSite(tagged);
    await lookAgain(now, site.way);
    await itIsTime();
    expect(await lookAgain(now, site.way)).toMatchObject({ proposed: 1 });
    const later = await fromPage(member, GOVUK);
    await db.query("UPDATE consultations SET updated_at = $2 WHERE id = $1", [
      later,
      new Date(now.getTime() + 1),
    ]);
    await itIsTime();
    expect(await lookAgain(now, site.way)).toMatchObject({ proposed: 1 });
    expect((await seen(member, later)).proposal).not.toBeNull();
    await site.close();

    const { id } = await paste(member, activity.url, (_, response) => json(response, activity));
    await logged(member, (await filled(member, id)).values);
    await site.close();
    site = await strangeSite((request, response) =>
      request.headers["if-none-match"]
        ? response.writeHead(304).end()
        : json(response, { ...activity, resultdate: "2026/06/03" }, { etag: '"1"' }),
    );
    await itIsTime();
    await lookAgain(now, site.way);
    expect((await seen(member, id)).proposal).toBeNull();
    await itIsTime();
    await lookAgain(new Date(now.getTime() + 3 * DAY), site.way);
    expect((await seen(member, id)).proposal).toMatchObject({ receivedOn: "2026-06-03" });
  });

  it("takes turns: one organisation with many pages keeps no other waiting", async () => {
    const many = await aMember("editor");
    const few = await aMember("editor");
    for (let page = 0; page < 40; page += 1) await fromPage(many, `${GOVUK}-${page}`);
    const id = await fromPage(few, GOVUK);
    site = await strangeSite(outcome);
    await lookAgain(now, site.way);
    await itIsTime();
    expect(await lookAgain(now, site.way)).toMatchObject({ looked: 30, proposed: 30 });
    expect((await seen(few, id)).proposal).not.toBeNull();
  });

  it("looks at nothing that is not over, is called off, or belongs to an organisation that is closed", async () => {
    const member = await aMember("editor");
    const [open, off, other] = [
      await fromPage(member, GOVUK),
      await fromPage(member, GOVUK),
      await fromPage(member, null),
    ];
    await db.query("UPDATE consultations SET ends_on = '2026-12-01' WHERE id = $1", [open]);
    await db.query("UPDATE consultations SET cancelled_on = '2026-01-01' WHERE id = $1", [off]);
    await db.query("UPDATE consultations SET source_url = 'https://example.org/one/two' WHERE id = $1", [
      other,
    ]);
    const closed = await aMember("editor");
    await fromPage(closed, GOVUK);
    await db.query("UPDATE workspaces SET state = 'suspended' WHERE id = $1", [closed.workspace.id]);
    site = await strangeSite(outcome);
    await lookAgain(now, site.way);
    await itIsTime();
    await lookAgain(now, site.way);
    expect(site.asked).toEqual([]);
  });
});
