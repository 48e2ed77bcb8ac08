import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  hashKey,
  hashShareToken,
  keyOf,
  newPassphrase,
  newSalt,
  newShareToken,
} from "@/lib/access/share-keys";
import { findSharesFor, openShare, openShareFor, tryPassphrase } from "@/lib/access/shares";
import type { Key } from "@/lib/db/doors";
import { todayIn } from "@/lib/domain/plain-date";
import { SECTIONS } from "@/lib/domain/release/snapshot";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { discardShare } from "@/lib/features/shares/discard-share";
import { findShares } from "@/lib/features/shares/find-shares";
import { getShare } from "@/lib/features/shares/get-share";
import { prepareShare } from "@/lib/features/shares/prepare-share";
import { previewShare } from "@/lib/features/shares/preview-share";
import { releaseShare } from "@/lib/features/shares/release-share";
import { replaceAddress } from "@/lib/features/shares/replace-address";
import { reviseShare } from "@/lib/features/shares/revise-share";
import { stopShare } from "@/lib/features/shares/stop-share";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

// The database's own clock decides when a view expires, so this file runs on today.
const now = new Date();
const today = todayIn("Europe/London", now);
const owner = new pg.Client({ connectionString: testDatabase().owner });
const visitor = { visitor: "203.0.113.7", format: "page" } as const;

beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function rows(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await owner.query(text, values)).rows;
}

async function aConsultation(key: Key, typed: Record<string, string> = {}): Promise<string> {
  const lists = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]));
  const form = sent(consultationForm(lists));
  const result = await logConsultation.run(key, form, now, { form: null });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

const in30Days = new Date(now.getTime() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);

function content(over: Record<string, unknown> = {}) {
  return { id: randomUUID(), audience: "link", sections: [...SECTIONS], expiresOn: in30Days, ...over };
}

async function prepare(key: Key, over: Record<string, unknown> = {}): Promise<string> {
  const result = await prepareShare.run(key, content(over), now);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

async function keys() {
  const [token, passphrase, salt] = [newShareToken(), newPassphrase(), newSalt()];
  const hashes = {
    tokenHash: hashShareToken(token),
    passphraseSalt: salt,
    passphraseHash: hashKey(await keyOf(passphrase, salt)),
  };
  return { token, passphrase, hashes };
}

async function preview(key: Key, id: string) {
  const result = await previewShare.run(key, { id }, now);
  if (!result.ok || !result.value.value.preview) throw new Error(JSON.stringify(result));
  return { ...result.value.value, preview: result.value.value.preview };
}

async function confirm(key: Key, id: string, over: Record<string, unknown> = {}) {
  const { share, preview: seen } = await preview(key, id);
  const made = await keys();
  const result = await releaseShare.run(
    key,
    {
      id,
      version: share.version,
      previewed: seen.fingerprint,
      checked: true,
      checkedOn: today,
      understood: true,
      ...made.hashes,
      ...over,
    },
    now,
  );
  return { result, seen, ...made };
}

async function release(key: Key, id: string) {
  const { result, ...rest } = await confirm(key, id);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return rest;
}

describe("a view as a link", () => {
  test("shows what was previewed, until it is stopped; every opening is listed, nobody's address", async () => {
    const { key, workspace } = await aMember("owner");
    await aConsultation(key, { title: "A home for everybody", participants: "37", minutesEach: "60" });
    const id = await prepare(key);
    expect(await openShare(newShareToken(), visitor)).toEqual({ state: "gone" });

    const { token, seen } = await release(key, id);
    const opened = await openShare(token, visitor);
    expect(opened).toMatchObject({ state: "open", id, expiresOn: in30Days });
    if (opened.state !== "open") throw new Error("not open");
    expect(opened.snapshot).toEqual(seen.snapshot);
    expect(opened.snapshot.consultations).toMatchObject([
      { title: "A home for everybody", people: 35, hours: 35 },
    ]);
    expect(JSON.stringify(opened.snapshot)).not.toMatch(/\b37\b/);

    const read = await getShare.run(key, { id, tokenHash: hashShareToken(token) }, now);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.value).toMatchObject({
      addressIsNew: true,
      released: { state: "open", opened: { total: 1, readers: 1, days: 1 }, openings: [{ format: "page" }] },
    });
    const [opening] = await rows("SELECT * FROM share_openings WHERE share_id = $1", [id]);
    expect(JSON.stringify(opening)).not.toContain("203.0.113");
    expect(opening?.reader).toMatch(/^[0-9a-f]{4}$/);
    const [stored] = await rows("SELECT to_jsonb(s)::text AS share FROM shares s WHERE id = $1", [id]);
    expect(stored?.share).not.toContain(token);

    expect(await stopShare.run(key, { id }, now)).toMatchObject({ ok: true });
    expect(await openShare(token, visitor)).toEqual({ state: "gone" });
    expect(await previewShare.run(key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    const events = await rows(
      "SELECT kind, detail FROM audit_events WHERE workspace_id = $1 AND kind LIKE 'share.%' ORDER BY at, id",
      [workspace.id],
    );
    expect(events.map(({ kind }) => kind).sort()).toEqual([
      "share.prepared",
      "share.released",
      "share.stopped",
    ]);
  });

  test("stays as released until it is released again", async () => {
    const { key } = await aMember("owner");
    await aConsultation(key, { title: "First" });
    const id = await prepare(key);
    const { token } = await release(key, id);
    await aConsultation(key, { title: "Second" });
    const before = await openShare(token, visitor);
    expect(before.state === "open" && before.snapshot.consultations.map((one) => one.title)).toEqual([
      "First",
    ]);
    await release(key, id);
    const after = await openShare(token, visitor);
    expect(after.state === "open" && after.snapshot.consultations).toHaveLength(2);
  });

  test("shows the same when one person more is counted and it is released again, alone or beside another view", async () => {
    const { key, workspace } = await aMember("owner");
    const consultation = await aConsultation(key, { participants: "12", minutesEach: "60" });
    const first = await release(key, await prepare(key));
    await owner.query("UPDATE consultations SET participants = 13 WHERE workspace_id = $1 AND id = $2", [
      workspace.id,
      consultation,
    ]);
    const again = await release(key, await prepare(key, { sections: ["consultations", "measures"] }));
    expect(again.seen.snapshot.consultations[0]?.people).toBe(first.seen.snapshot.consultations[0]?.people);
    expect(again.seen.snapshot.measures).toEqual(first.seen.snapshot.measures);
    await owner.query("UPDATE consultations SET participants = 30 WHERE workspace_id = $1 AND id = $2", [
      workspace.id,
      consultation,
    ]);
    const later = await release(key, await prepare(key));
    expect(later.seen.snapshot.consultations[0]?.people).toBe(30);
    expect(await rows("SELECT people FROM released_counts WHERE subject_id = $1", [consultation])).toEqual([
      { people: 30 },
    ]);
    await owner.query("DELETE FROM consultations WHERE id = $1", [consultation]);
    expect(await rows("SELECT people FROM released_counts WHERE subject_id = $1", [consultation])).toEqual(
      [],
    );
  });

  test("asks for its passphrase, and counts the guesses", async () => {
    const { key } = await aMember("owner");
    const id = await prepare(key, { wantsPassphrase: true });
    const { token, passphrase } = await release(key, id);
    expect(await openShare(token, visitor)).toEqual({ state: "passphrase" });
    expect(await tryPassphrase(token, "not-this-one", visitor.visitor)).toEqual({ state: "wrong" });
    const typed = ` ${passphrase.toUpperCase().replaceAll("-", " ")}`;
    const tried = await tryPassphrase(token, typed, visitor.visitor);
    if (tried.state !== "unlocked") throw new Error(tried.state);
    const { proof } = tried;
    expect(await rows("SELECT 1 FROM share_openings WHERE share_id = $1", [id])).toEqual([]);
    expect(await openShare(token, visitor, { proof })).toMatchObject({ state: "open" });
    expect(await openShare(token, visitor, { proof: "something else" })).toEqual({ state: "passphrase" });
    const [stored] = await rows("SELECT to_jsonb(s)::text AS share FROM shares s WHERE id = $1", [id]);
    expect(stored?.share).not.toContain(passphrase);
    expect(stored?.share).not.toContain(proof);
    for (let guess = 0; guess < 8; guess++) await tryPassphrase(token, `guess ${guess}`, visitor.visitor);
    expect(await tryPassphrase(token, passphrase, visitor.visitor)).toMatchObject({ state: "too_many" });
    // What was proved before goes on.
    expect(await openShare(token, visitor, { proof })).toMatchObject({ state: "open" });
  }, 60_000);

  test("gets a new address, and the old one stops", async () => {
    const { key } = await aMember("owner");
    const id = await prepare(key);
    const { token } = await release(key, id);
    const made = await keys();
    expect(await replaceAddress.run(key, { id, ...made.hashes }, now)).toMatchObject({ ok: true });
    expect(await openShare(token, visitor)).toEqual({ state: "gone" });
    expect(await openShare(made.token, visitor)).toMatchObject({ state: "open" });
  });

  test.each([
    [
      "its last day has passed",
      "UPDATE shares SET expires_on = $2::date - 2 WHERE id = $1",
      (_: string) => today,
    ],
    [
      "its organisation is suspended",
      "UPDATE workspaces SET state = 'suspended' WHERE id = (SELECT workspace_id FROM shares WHERE id = $1) AND $2::date IS NOT NULL",
      (_: string) => today,
    ],
    [
      "its organisation closes",
      "UPDATE workspaces SET state = 'closing' WHERE id = (SELECT workspace_id FROM shares WHERE id = $1) AND $2::date IS NOT NULL",
      (_: string) => today,
    ],
  ])("is gone at once when %s", async (_, change, day) => {
    const { key } = await aMember("owner");
    const id = await prepare(key);
    const { token } = await release(key, id);
    await owner.query(change, [id, day(id)]);
    expect(await openShare(token, visitor)).toEqual({ state: "gone" });
  });

  test("lets nobody guess for long", async () => {
    const guesser = { visitor: "198.51.100.9", format: "page" } as const;
    const answers = new Set<string>();
    for (let guess = 0; guess < 35; guess++)
      answers.add((await openShare(guess % 2 ? newShareToken() : "nonsense", guesser)).state);
    expect([...answers]).toEqual(["gone", "too_many"]);
  });
});

describe("a view for an officer", () => {
  test("is found and opened by the address it was released to, and by nobody else", async () => {
    const { key, workspace } = await aMember("owner");
    await aConsultation(key);
    const email = `Officer-${randomUUID().slice(0, 8)}@Council.Example`;
    const id = await prepare(key, { audience: "officer", officerEmail: email, wantsPassphrase: true });
    const [none] = await rows("SELECT count(*)::int AS n FROM users WHERE email = $1", [email.toLowerCase()]);
    expect(none?.n).toBe(0);
    await release(key, id);

    const [officer] = await rows("SELECT id FROM users WHERE email = $1", [email.toLowerCase()]);
    expect(officer).toBeDefined();
    const [memberships] = await rows("SELECT count(*)::int AS n FROM memberships WHERE user_id = $1", [
      officer?.id,
    ]);
    expect(memberships?.n).toBe(0);
    const mails = await rows("SELECT kind, recipient, params FROM mails WHERE workspace_id = $1", [
      workspace.id,
    ]);
    expect(mails).toEqual([{ kind: "share_released", recipient: email.toLowerCase(), params: {} }]);

    const other = await signedInPerson();
    const session = "session of the officer";
    await owner.query(
      "INSERT INTO sessions (id, session_token_hash, user_id, expires) VALUES ($1, $2, $3, now() + interval '20 days')",
      [randomUUID(), session, officer?.id],
    );
    expect(await findSharesFor(session, visitor)).toMatchObject([{ id, state: "open" }]);
    expect(await openShareFor(session, id, visitor)).toMatchObject({ state: "open", id });
    expect(await findSharesFor(other.sessionHash, visitor)).toEqual([]);
    expect(await openShareFor(other.sessionHash, id, visitor)).toEqual({ state: "gone" });
    expect(await openShareFor(session, "nonsense", visitor)).toEqual({ state: "gone" });
    expect(await findSharesFor("nobody", visitor)).toBeNull();
    expect(await openShareFor(null, id, visitor)).toBeNull();
    const formats = await rows("SELECT format FROM share_openings WHERE share_id = $1 ORDER BY at, format", [
      id,
    ]);
    expect(formats.map(({ format }) => format).sort()).toEqual(["list", "page"]);

    await stopShare.run(key, { id }, now);
    expect(await findSharesFor(session, visitor)).toEqual([]);
    expect(await openShareFor(session, id, visitor)).toEqual({ state: "gone" });
  });

  test("of an ended session is closed", async () => {
    const { key } = await aMember("owner");
    const person = await signedInPerson({ expiresIn: -1 });
    const id = await prepare(key, { audience: "officer", officerEmail: person.user.email });
    await release(key, id);
    expect(await findSharesFor(person.sessionHash, visitor)).toBeNull();
    expect(await openShareFor(person.sessionHash, id, visitor)).toBeNull();
  });
});

test("an address that is none is asked for again where an officer signs in, and forgotten where a link is made", async () => {
  const { key } = await aMember("owner");
  const typed = content({ audience: "officer", officerEmail: "nonsense" });
  expect(await prepareShare.run(key, typed, now)).toMatchObject({
    ok: false,
    errors: [{ field: "officerEmail", code: "not_an_email" }],
  });
  expect(await prepareShare.run(key, { ...typed, audience: "link" }, now)).toMatchObject({ ok: true });
  const [stored] = await rows("SELECT officer_email FROM shares WHERE id = $1", [typed.id]);
  expect(stored).toEqual({ officer_email: null });
});

describe("releasing", () => {
  test("needs the owner's word that answers were looked for lately, and that anybody may come to read it", async () => {
    const { key } = await aMember("owner");
    const id = await prepare(key);
    const refused = async (over: Record<string, unknown>) => {
      const { result } = await confirm(key, id, over);
      return result.ok ? "released" : result.errors.map(({ field, code }) => `${field}: ${code}`).join();
    };
    const day = (ago: number) => new Date(now.getTime() - ago * 24 * 3600 * 1000).toISOString().slice(0, 10);
    expect(await refused({ checked: undefined })).toBe("checked: required");
    expect(await refused({ understood: undefined })).toBe("understood: required");
    expect(await refused({ checkedOn: day(32) })).toBe("checkedOn: not_lately");
    expect(await refused({ checkedOn: day(-2) })).toBe("checkedOn: not_lately");
    expect(await refused({ previewed: "0".repeat(64) })).toBe("previewed: changed_since");
    expect(await refused({})).toBe("released");
  });

  test("releases what was looked at: a change since then asks to look again", async () => {
    const { key } = await aMember("owner");
    const id = await prepare(key);
    const { share, preview: seen } = await preview(key, id);
    await aConsultation(key, { title: "Logged meanwhile" });
    const made = await keys();
    const input = {
      id,
      version: share.version,
      previewed: seen.fingerprint,
      checked: true,
      checkedOn: today,
      understood: true,
    };
    const result = await releaseShare.run(key, { ...input, ...made.hashes }, now);
    expect(result).toMatchObject({ ok: false, errors: [{ field: "previewed", code: "changed_since" }] });
  });

  test("keeps whom it is for and its keys; a new last day holds at once", async () => {
    const { key } = await aMember("owner");
    const id = await prepare(key);
    const { token } = await release(key, id);
    const typed = {
      ...content({ id, audience: "officer", officerEmail: "other@council.example" }),
      expiresOn: today,
      version: 2,
    };
    expect(await reviseShare.run(key, typed, now)).toMatchObject({ ok: true });
    expect(await openShare(token, visitor)).toMatchObject({ state: "open", expiresOn: today });
    expect(await reviseShare.run(key, { ...typed, expiresOn: in30Days }, now)).toMatchObject({
      ok: false,
      code: "conflict",
    });
  });

  test("is an owner's alone", async () => {
    const home = await aMember("owner");
    const id = await prepare(home.key);
    for (const role of ["editor", "viewer"] as const) {
      const member = await aMember(role, home.workspace);
      expect(await prepareShare.run(member.key, content(), now)).toMatchObject({
        ok: false,
        code: "forbidden",
      });
      expect(await previewShare.run(member.key, { id }, now)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await findShares.run(member.key, {}, now)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await stopShare.run(member.key, { id }, now)).toMatchObject({ ok: false, code: "forbidden" });
    }
  });

  test("of somebody else's view is not found; a body of theirs is no choice", async () => {
    const home = await aMember("owner");
    const away = await aMember("owner");
    const id = await prepare(home.key);
    expect(await previewShare.run(away.key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    expect(await stopShare.run(away.key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    expect(await discardShare.run(away.key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    await aConsultation(home.key);
    const [body] = await rows("SELECT id FROM public_bodies WHERE workspace_id = $1", [home.workspace.id]);
    expect(await prepareShare.run(away.key, content({ publicBodyId: body?.id }), now)).toMatchObject({
      ok: false,
      errors: [{ field: "publicBodyId", code: "unknown_choice" }],
    });
  });

  test("a draft can be thrown away, a released view only stopped", async () => {
    const { key } = await aMember("owner");
    const draft = await prepare(key);
    expect(await discardShare.run(key, { id: draft }, now)).toMatchObject({ ok: true });
    const id = await prepare(key);
    await release(key, id);
    expect(await discardShare.run(key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    const list = await findShares.run(key, {}, now);
    expect(list.ok && list.value.value.shares).toMatchObject([{ id, state: "open", openings: 0 }]);
  });
});

test("a view holds 250 consultations and says so when there are more", async () => {
  const { key, workspace } = await aMember("owner");
  const copy = await aConsultation(key, { participants: "37", minutesEach: "60" });
  const more = (count: number) =>
    owner.query(
      `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, participants, minutes_each)
       SELECT workspace_id, gen_random_uuid(), 'One of many', public_body_id, starts_on, ends_on, participants, minutes_each
       FROM consultations, generate_series(1, $3) WHERE workspace_id = $1 AND id = $2`,
      [workspace.id, copy, count],
    );
  await more(249);
  const id = await prepare(key);
  const { preview: full } = await preview(key, id);
  expect(full.snapshot.consultations).toHaveLength(250);
  expect(full.snapshot.measures?.people).toEqual({ people: 250 * 35, orMore: false });
  await more(1);
  const result = await previewShare.run(key, { id }, now);
  expect(result.ok && result.value.value.preview).toBeNull();
}, 60_000);

test("no officer can be admitted to an organisation that released nothing to them", async () => {
  const { key, workspace } = await aMember("owner");
  const email = `draft-${randomUUID().slice(0, 8)}@council.example`;
  const id = await prepare(key, { audience: "officer", officerEmail: email });
  const tenant = new pg.Client({ connectionString: testDatabase().tenant });
  await tenant.connect();
  await tenant.query("SELECT set_config('app.workspace_id', $1, false)", [workspace.id]);
  await tenant.query("SELECT admit_officer($1)", [id]);
  await tenant.end();
  expect(await rows("SELECT id FROM users WHERE email = $1", [email])).toEqual([]);
});
