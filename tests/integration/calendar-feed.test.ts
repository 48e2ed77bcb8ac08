import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/workspaces/[slug]/calendar.ics/route";
import { hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { setCalendarFeed } from "@/lib/db/set-calendar-feed";
import { READS_PER_HOUR } from "@/lib/domain/calendar";
import type { Role } from "@/lib/domain/permissions";
import { newSecret } from "@/lib/features/tokens/new-secret";
import { aToken, call } from "@/tests/factories/api";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

// A member's own calendar address: what it shows, whom it opens for, and when it stops.

const db = new pg.Client({ connectionString: testDatabase().owner });
beforeAll(() => db.connect());
afterAll(() => db.end());

async function aFeed(role: Role = "viewer", workspace?: { id: string; slug: string }) {
  const member = await aMember(role, workspace);
  const secret = newSecret();
  const id = randomUUID();
  const made = { id, tokenHash: hashToken(secret) };
  const outcome = await setCalendarFeed(member.sessionHash, member.workspace.slug, { instead: null, made });
  expect(outcome).toBe("done");
  return { ...member, secret, id };
}

function read(
  { slug }: { slug: string },
  secret: string,
  headers: Record<string, string> = {},
  query = "",
): ReturnType<typeof call> {
  return call(GET, "GET", `/x?token=${secret}${query}`, { params: { slug }, headers });
}

/** A day some days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
const plain = (day: string) => day.replaceAll("-", "");

/** The lines of each entry, unfolded. */
function entriesOf(text: string): string[][] {
  return text
    .replace(/\r\n[ \t]/g, "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((one) => (one.split("END:VEVENT")[0] ?? "").trim().split("\r\n"));
}

async function aRecord({ id: workspaceId }: { id: string }, days: { starts: number; ends: number | null }) {
  const [body, consultation, activity] = [randomUUID(), randomUUID(), randomUUID()];
  await db.query("INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'Canary Council')", [
    workspaceId,
    body,
  ]);
  await db.query(
    "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, answer_promised_on, purpose) VALUES ($1, $2, 'Canary plan', $3, $4, $5, $6, 'Canary purpose')",
    [
      workspaceId,
      consultation,
      body,
      inDays(days.starts),
      days.ends === null ? null : inDays(days.ends),
      inDays(40),
    ],
  );
  await db.query(
    "INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on, due_on, owner) VALUES ($1, $2, $3, 'Canary promise', $4, $5, 'body'), ($1, $6, $3, 'Canary task', $4, $7, 'us')",
    [workspaceId, randomUUID(), consultation, inDays(-10), inDays(20), randomUUID(), inDays(-400)],
  );
  await db.query(
    "INSERT INTO activities (workspace_id, id, title, kind, starts_on, ends_on, place, notes) VALUES ($1, $2, 'Canary day', 'welcome', $3, $3, 'Canary hall', 'At 18:30')",
    [workspaceId, activity, inDays(9)],
  );
  return { consultation, activity };
}

describe("what a calendar reads", () => {
  it("is days and kinds of dates, and never what they are about, where, or at what time", async () => {
    const { workspace, secret } = await aFeed();
    const { consultation, activity } = await aRecord(workspace, { starts: 5, ends: 7 });
    const { status, headers, text } = await read(workspace, secret);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(text).not.toMatch(/canary|18:30|LOCATION|GEO|DTSTART:|DTSTART;TZID/i);
    expect(text).not.toContain(secret);
    expect(text).toContain("X-PUBLISHED-TTL:PT6H");
    const entries = entriesOf(text);
    const said = entries.map((lines) => {
      const of = (name: string) => lines.find((line) => line.startsWith(name))?.replace(/^[^:]*:/, "");
      return [of("SUMMARY"), of("DTSTART"), of("URL")?.replace(/^.*\/w\//, "")];
    });
    const at = (place: string, id: string) => `${workspace.slug}/${place}/${id}`;
    expect(said).toEqual([
      ["Followthrough: a consultation begins", plain(inDays(5)), at("consultations", consultation)],
      ["Followthrough: a consultation ends", plain(inDays(7)), at("consultations", consultation)],
      ["Followthrough: an activity", plain(inDays(9)), at("activities", activity)],
      ["Followthrough: a promise is due", plain(inDays(20)), at("consultations", consultation)],
      ["Followthrough: an answer is due", plain(inDays(40)), at("consultations", consultation)],
    ]);
    for (const lines of entries) {
      expect(lines.filter((line) => /^(DTSTART|DTEND)/.test(line))[0]).toMatch(/^DTSTART;VALUE=DATE:\d{8}$/);
      expect(lines).toContain("CLASS:PRIVATE");
      expect(lines).toContain("TRANSP:TRANSPARENT");
      expect(lines.some((line) => /^LAST-MODIFIED:\d{8}T\d{6}Z$/.test(line))).toBe(true);
      expect(lines.some((line) => /^SEQUENCE:\d+$/.test(line))).toBe(true);
    }
  });

  it("keeps each date's name, counts its changes, and is not sent twice", async () => {
    const { workspace, secret } = await aFeed();
    const { consultation } = await aRecord(workspace, { starts: 3, ends: null });
    const first = await read(workspace, secret);
    const tag = first.headers.get("etag") ?? "";
    const again = await read(workspace, secret, { "if-none-match": `"other", W/${tag}` });
    expect({ status: again.status, text: again.text, tag: again.headers.get("etag") }).toEqual({
      status: 304,
      text: "",
      tag,
    });
    await db.query(
      "UPDATE consultations SET starts_on = $2, version = version + 1, updated_at = now() WHERE id = $1",
      [consultation, inDays(4)],
    );
    const changed = await read(workspace, secret, { "if-none-match": tag });
    expect(changed.status).toBe(200);
    const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid).sort();
    expect(uids(changed.text)).toEqual(uids(first.text));
    expect(first.text).not.toContain("SEQUENCE:1");
    expect(changed.text).toContain("SEQUENCE:1");
  });

  it("leaves out what is answered, done or called off, and speaks the member's language", async () => {
    const { workspace, secret, user } = await aFeed();
    const { consultation, activity } = await aRecord(workspace, { starts: -30, ends: -30 });
    await systemClient().user.update({ where: { id: user.id }, data: { locale: "ar" } });
    expect((await read(workspace, secret)).text).toContain("موعد رد");
    await db.query(
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind) VALUES ($1, gen_random_uuid(), $2, 'findings')",
      [workspace.id, consultation],
    );
    await db.query("UPDATE follow_ups SET body_says = 'done', done_on = $2 WHERE consultation_id = $1", [
      consultation,
      inDays(-1),
    ]);
    expect(entriesOf((await read(workspace, secret)).text)).toHaveLength(2);
    await db.query("UPDATE consultations SET cancelled_on = $2 WHERE id = $1", [consultation, inDays(-40)]);
    const { text } = await read(workspace, secret);
    expect(entriesOf(text)).toHaveLength(1);
    expect(text.replace(/\r\n[ \t]/g, "")).toContain(activity);
  });
});

describe("a calendar address", () => {
  it("stops when it is replaced or stopped, and an old page changes nothing", async () => {
    const { workspace, secret, sessionHash, id } = await aFeed("editor");
    const second = newSecret();
    const made = { id: randomUUID(), tokenHash: hashToken(second) };
    const replace = () => setCalendarFeed(sessionHash, workspace.slug, { instead: id, made });
    expect(await replace()).toBe("done");
    expect(await replace()).toBe("unchanged");
    expect((await read(workspace, secret)).status).toBe(401);
    expect((await read(workspace, second)).status).toBe(200);
    expect(await setCalendarFeed(sessionHash, workspace.slug, { instead: id, made: null })).toBe("unchanged");
    expect(await setCalendarFeed(sessionHash, workspace.slug, { instead: made.id, made: null })).toBe("done");
    expect((await read(workspace, second)).status).toBe(401);
    const { rows } = await db.query<{ kind: string }>(
      "SELECT kind FROM audit_events WHERE workspace_id = $1 ORDER BY at, id",
      [workspace.id],
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["feed.made", "feed.made", "feed.stopped"]);
  });

  it("stops with the membership, and while the organisation is suspended or closing", async () => {
    const { workspace, secret, user } = await aFeed();
    for (const state of ["suspended", "closing"] as const) {
      await systemClient().workspace.update({ where: { id: workspace.id }, data: { state } });
      expect((await read(workspace, secret)).status).toBe(401);
      const other = await aMember("editor", workspace);
      const made = { id: randomUUID(), tokenHash: hashToken(newSecret()) };
      expect(await setCalendarFeed(other.sessionHash, workspace.slug, { instead: null, made })).toBe(
        "read_only",
      );
    }
    await systemClient().workspace.update({ where: { id: workspace.id }, data: { state: "active" } });
    expect((await read(workspace, secret)).status).toBe(200);
    const where = { workspaceId_userId: { workspaceId: workspace.id, userId: user.id } };
    await systemClient().membership.delete({ where });
    expect((await read(workspace, secret)).status).toBe(401);
    // Whoever comes back starts anew.
    await systemClient().membership.create({
      data: { workspaceId: workspace.id, userId: user.id, role: "owner" },
    });
    expect((await read(workspace, secret)).status).toBe(401);
  });

  it("opens one organisation's calendar and nothing else", async () => {
    const { workspace, secret } = await aFeed();
    const neighbour = await aFeed("owner");
    const mine = await aRecord(workspace, { starts: 1, ends: null });
    const theirs = await aRecord(neighbour.workspace, { starts: 1, ends: null });
    expect((await read(neighbour.workspace, secret)).status).toBe(401);
    const { text } = await read(workspace, secret);
    const whole = text.replace(/\r\n[ \t]/g, "");
    expect(whole).toContain(mine.consultation);
    expect(whole).not.toContain(theirs.consultation);
    expect((await call(GET, "GET", "/x", { token: secret, params: workspace })).status).toBe(401);
    const made = { id: randomUUID(), tokenHash: hashToken(newSecret()) };
    expect(
      await setCalendarFeed(neighbour.sessionHash, workspace.slug, { instead: neighbour.id, made: null }),
    ).toBe("not_found");
    expect(await setCalendarFeed(neighbour.sessionHash, workspace.slug, { instead: null, made })).toBe(
      "not_found",
    );
  });

  it("keeps the hash alone, and says when it was last read, once a minute at most", async () => {
    const { workspace, secret } = await aFeed();
    const row = async () =>
      (await db.query("SELECT * FROM calendar_feeds WHERE workspace_id = $1", [workspace.id])).rows[0];
    expect(JSON.stringify(await row(), (_, v) => (typeof v === "bigint" ? Number(v) : v))).not.toContain(
      secret,
    );
    expect((await row()).last_used_at).toBeNull();
    await read(workspace, secret);
    const first = (await row()).last_used_at;
    expect(Date.now() - first.getTime()).toBeLessThan(10_000);
    await read(workspace, secret);
    expect((await row()).last_used_at).toEqual(first);
    await db.query(
      "UPDATE calendar_feeds SET last_used_at = now() - interval '2 minutes' WHERE workspace_id = $1",
      [workspace.id],
    );
    await read(workspace, secret);
    expect((await row()).last_used_at.getTime()).toBeGreaterThan(first.getTime());
  });

  it("is read so often in an hour and no oftener, and guessing has an end", async () => {
    const { workspace, secret } = await aFeed();
    await read(workspace, secret);
    await db.query("UPDATE calendar_feeds SET uses = $2 WHERE workspace_id = $1", [
      workspace.id,
      READS_PER_HOUR,
    ]);
    const answer = await read(workspace, secret);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const from = { "x-forwarded-for": `203.0.113.${Math.ceil(Math.random() * 250)}, 198.51.100.7` };
    const statuses: number[] = [];
    for (let guess = 0; guess < 32; guess += 1)
      statuses.push((await read(workspace, guess % 2 ? newSecret() : "short", from)).status);
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(30)).toEqual([429, 429]);
  });

  it("may also be read like any other call, and takes no other question", async () => {
    const { token, workspace } = await aToken("viewer");
    const { consultation } = await aRecord(workspace, { starts: 1, ends: null });
    const answer = await call(GET, "GET", "/x", { token, params: workspace });
    expect(answer.status).toBe(200);
    expect(answer.text.replace(/\r\n[ \t]/g, "")).toContain(consultation);
    const { workspace: home, secret } = await aFeed();
    expect((await read(home, secret, {}, "&body=7")).status).toBe(422);
    expect((await read(home, secret, {}, `&token=${secret}`)).status).toBe(422);
  });
});
