import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as serve } from "@/app/w/[workspace]/files/[id]/route";
import { POST as upload } from "@/app/w/[workspace]/files/upload/route";
import { systemClient } from "@/lib/db/clients";
import { ATTACHMENT_LIMITS, attachmentName } from "@/lib/domain/attachment";
import { settings } from "@/lib/env";
import { getActivity } from "@/lib/features/activities/get-activity";
import { findAttachments } from "@/lib/features/attachments/find-attachments";
import { fileStore, openAttachment } from "@/lib/features/attachments/open-attachment";
import { openAttachmentForm } from "@/lib/features/attachments/open-attachment-form";
import { removeAttachment } from "@/lib/features/attachments/remove-attachment";
import { sweepFiles } from "@/lib/features/attachments/sweep-files";
import { findAuditEvents } from "@/lib/features/audit/find-audit-events";
import { getConsultation } from "@/lib/features/consultations/get-consultation";
import { removeConsultation } from "@/lib/features/consultations/remove-consultation";
import { removeResponse } from "@/lib/features/responses/remove-response";
import { eraseWhatIsOld } from "@/lib/features/retention/erase-what-is-old";
import { restoreRecord } from "@/lib/features/trash/restore-record";
import { CANARY, sightings } from "@/tests/factories/files/canary";
import { aWordFile } from "@/tests/factories/files/office";
import { aPlainPdf, aSignedPdf, aTalkativePdf } from "@/tests/factories/files/pdfs";
import { aHeicPicture, aPicture } from "@/tests/factories/files/pictures";
import { aMember, keyTo } from "@/tests/factories/member";
import { comeAs, leadsTo, NOWHERE } from "@/tests/factories/request";
import { testDatabase } from "@/tests/setup/database";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));

const now = new Date("2026-11-23T12:00:00Z");
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

let database: pg.Client;
let editor: Awaited<ReturnType<typeof aMember>>;
let w: string;
let consultation: string;
let response: string;
let followUp: string;

const rows = async (sql: string, ...given: unknown[]) => (await database.query(sql, given)).rows;

beforeAll(async () => {
  database = new pg.Client({ connectionString: testDatabase().owner });
  await database.connect();
});
afterAll(() => database.end());
beforeEach(async () => {
  editor = await aMember("editor");
  comeAs(editor.token);
  w = editor.workspace.id;
  [consultation, response, followUp] = [randomUUID(), randomUUID(), randomUUID()];
  await rows(
    "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'A council')",
    w,
    consultation,
  );
  await rows(
    "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on) VALUES ($1, $2, 'Housing plan', $2, '2026-03-04', '2026-03-04')",
    w,
    consultation,
  );
  await rows(
    "INSERT INTO body_responses (workspace_id, id, consultation_id, kind) VALUES ($1, $2, $3, 'decision')",
    w,
    response,
    consultation,
  );
  await rows(
    "INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on) VALUES ($1, $2, $3, 'A promise', '2026-03-04')",
    w,
    followUp,
    consultation,
  );
});

type Form = {
  id?: string;
  name?: string;
  about?: string;
  file?: Buffer | null;
  fileName?: string;
  more?: Record<string, string>;
};

/** Sends the form as a browser does. Answers where it leads, inside of the workspace. */
async function send({
  id = randomUUID(),
  name = "",
  about,
  file,
  fileName = "Letter.pdf",
  more = {},
}: Form = {}) {
  const body = new FormData();
  const fields = { id, _room: "consultations", _of: consultation, ...more };
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  body.set(
    "file",
    new File(
      file === null ? [] : [new Uint8Array(file ?? (await aPlainPdf()))],
      file === null ? "" : fileName,
    ),
  );
  body.set("name", name);
  body.set("about", about ?? `consultation ${consultation}`);
  const request = new Request(`http://127.0.0.1:3000/w/${editor.workspace.slug}/files/upload`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body,
  });
  const answer = await upload(request, { params: Promise.resolve({ workspace: editor.workspace.slug }) });
  return answer.headers.get("location")?.replace(`/w/${editor.workspace.slug}`, "") ?? String(answer.status);
}

async function read(id: string): Promise<Response> {
  return serve(new Request("http://127.0.0.1:3000/"), {
    params: Promise.resolve({ workspace: editor.workspace.slug, id }),
  });
}

async function attached(): Promise<
  { id: string; name: string; format: string; bytes: number; file_id: string }[]
> {
  return rows("SELECT * FROM attachments WHERE workspace_id = $1 ORDER BY created_at, id", w);
}
async function onlyOne() {
  const [file, ...others] = await attached();
  if (!file || others.length > 0) throw new Error(`${others.length + (file ? 1 : 0)} files`);
  return file;
}
async function stored(): Promise<string[]> {
  return readdir(path.join(settings().dataDir, "files", w)).catch(() => []);
}
async function form() {
  const result = await openAttachmentForm.run(editor.key, { consultationId: consultation }, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value.view;
}

const ADDED = () => `/consultations/${consultation}?done=file_added`;
const AGAIN = () => `/consultations/${consultation}/files/new#error-summary`;

describe("a file that is attached", () => {
  it.each([
    ["pdf", aTalkativePdf, "application/pdf"],
    ["jpeg", () => aPicture("jpeg"), "image/jpeg"],
    ["docx", () => aWordFile(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ])("is stored and served without what it said about people: %s", async (format, make, type) => {
    const taken = await make();
    expect((await sightings(taken)).length).toBeGreaterThan(0);
    expect(await send({ file: taken, fileName: `Their answer.${format}` })).toBe(ADDED());
    const file = await onlyOne();
    const answer = await read(file.id);
    const served = Buffer.from(await answer.arrayBuffer());
    const kept = await openAttachment({ workspaceId: w, fileId: file.file_id });
    const bytes = kept && (await buffer(kept));
    expect(bytes?.equals(served)).toBe(true);
    expect(await sightings(served)).toEqual([]);
    expect(served.length).toBe(file.bytes);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(await stored()).toEqual([file.file_id]);
  });

  it("is served with headers that let a browser do nothing but show or save it", async () => {
    await send({ name: 'Ihre "Antwort" – رسالة' });
    await send({ file: await aPicture("png"), name: "The broken step" });
    const [letter, picture] = await attached();
    const headers = Object.fromEntries((await read(letter?.id ?? "")).headers);
    expect(headers).toMatchObject({
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="Ihre Antwort _ _____.pdf"; filename*=UTF-8''Ihre%20Antwort%20%E2%80%93%20%D8%B1%D8%B3%D8%A7%D9%84%D8%A9.pdf`,
    });
    const shown = (await read(picture?.id ?? "")).headers;
    expect(shown.get("content-disposition")).toMatch(/^inline; filename="The broken step.png"/);
    expect(shown.get("content-security-policy")).toContain("sandbox");
  });

  it("belongs to the consultation, an answer or a follow-up, and is listed with each", async () => {
    for (const about of [`consultation ${consultation}`, `response ${response}`, `follow_up ${followUp}`])
      expect(await send({ about })).toBe(ADDED());
    const page = await getConsultation.run(editor.key, { id: consultation }, now);
    const files = page.ok ? page.value.value.files : [];
    expect(files.map(({ to, of }) => [to, of])).toEqual([
      ["consultation", consultation],
      ["response", response],
      ["follow_up", followUp],
    ]);
  });

  it("is one file, however often its form is sent", async () => {
    const id = randomUUID();
    const file = await aPlainPdf();
    expect(await Promise.all([send({ id, file }), send({ id, file })])).toEqual([ADDED(), ADDED()]);
    expect(await send({ id, file })).toBe(ADDED());
    expect(await onlyOne()).toMatchObject({ id, name: "Letter.pdf" });
    expect(await stored()).toHaveLength(1);
  });

  it("is another file when the form is sent again with another one", async () => {
    const id = randomUUID();
    await send({ id });
    await send({ id, file: await aPlainPdf("another"), fileName: "Second.pdf" });
    expect((await attached()).map(({ name }) => name)).toEqual(["Letter.pdf", "Second.pdf"]);
  });

  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\A Person\\letter.PDF", "letter.pdf"],
    ["answer\u202Efdp.exe", "answerfdp.exe.pdf"],
    ["a\u0000b\nc.pdf", "a b c.pdf"],
    ["...", "file.pdf"],
    ["رسالتهم.pdf", "رسالتهم.pdf"],
    ["x".repeat(300), `${"x".repeat(160)}.pdf`],
  ])("is called %j", (typed, name) => {
    const made = attachmentName(typed, "pdf", "file");
    expect(made.replace(/\s+/g, " ")).toBe(name.replace("answerfdp", "answer fdp"));
  });
});

describe("a file that is not attached", () => {
  it.each([
    ["attachment_too_big", async () => Buffer.alloc(ATTACHMENT_LIMITS.file + 1, "%PDF")],
    ["kind_unknown", async () => Buffer.from("<html>")],
    ["picture_heic", async () => aHeicPicture()],
    ["pdf_signed", async () => aSignedPdf()],
    ["file_empty", async () => Buffer.alloc(0)],
    ["no_file", async () => null],
  ])("is told so beside its field, and the rest is kept: %s", async (code, make) => {
    const typed = { name: "Their letter", about: `response ${response}` };
    expect(await send({ ...typed, file: await make() })).toBe(AGAIN());
    const view = await form();
    expect(view.errors).toEqual([{ field: "file", code }]);
    expect(view.values).toMatchObject({ name: ["Their letter"], about: [`response ${response}`] });
    expect(await attached()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it("does not give its name to the next one", async () => {
    await send({ file: aSignedPdf(), fileName: "signed.pdf" });
    expect((await form()).values.name).toEqual([""]);
  });

  it("is asked about when its name may show who somebody is", async () => {
    const fileName = "Amina 07700 900123.pdf";
    expect(await send({ fileName })).toBe(AGAIN());
    const view = await form();
    expect(view.errors).toMatchObject([
      { field: "name", code: "personal_identifier", params: { kinds: ["phone"] } },
    ]);
    expect(view.values.name).toEqual([fileName]);
    expect(await stored()).toEqual([]);
    expect(await send({ fileName, more: { acknowledgeIdentifiers: "name:phone" } })).toBe(ADDED());
    expect((await onlyOne()).name).toBe(fileName);
    expect((await form()).errors).toEqual([]);
  });

  it("finds no room where the organisation's files fill it, those in the trash included", async () => {
    await send();
    const file = await onlyOne();
    await removeAttachment.run(editor.key, { id: file.id }, now);
    await rows(
      "UPDATE trash SET payload = jsonb_set(payload, '{attachments,0,bytes}', to_jsonb($2::bigint)) WHERE workspace_id = $1",
      w,
      ATTACHMENT_LIMITS.workspace - 100,
    );
    expect(await send()).toBe(AGAIN());
    expect((await form()).errors).toEqual([{ field: "file", code: "no_room" }]);
  });

  it("is one too many after thirty of one record", async () => {
    await rows(
      "INSERT INTO attachments (workspace_id, id, consultation_id, file_id, name, format, bytes) SELECT $1, gen_random_uuid(), $2, gen_random_uuid(), 'a.pdf', 'pdf', 1 FROM generate_series(1, 30)",
      w,
      consultation,
    );
    expect(await send()).toBe(AGAIN());
    expect((await form()).errors).toEqual([{ field: "file", code: "too_many_files" }]);
    expect(await stored()).toEqual([]);
    expect(await send({ about: `response ${response}` })).toBe(ADDED());
  });

  it("does not come from another site's page, a viewer, a neighbour or a stranger", async () => {
    const request = new Request("http://127.0.0.1:3000/w/x/files/upload", {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site" },
      body: new FormData(),
    });
    expect((await upload(request, { params: Promise.resolve({ workspace: "x" }) })).status).toBe(403);
    comeAs((await aMember("viewer", editor.workspace)).token);
    expect(await send()).toBe("404");
    comeAs((await aMember("owner")).token);
    expect(await send()).toBe("404");
    comeAs("");
    expect(await send()).toMatch(/^\/sign-in\?next=/);
    expect(await attached()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it("does not go to a neighbour's record", async () => {
    const neighbour = await aMember("editor");
    const theirs = randomUUID();
    await rows(
      "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'B')",
      neighbour.workspace.id,
      theirs,
    );
    await rows(
      "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on) VALUES ($1, $2, 'Theirs', $2, '2026-03-04')",
      neighbour.workspace.id,
      theirs,
    );
    expect(await send({ about: `consultation ${theirs}` })).toBe(AGAIN());
    expect((await form()).errors).toEqual([{ field: "about", code: "unknown_choice" }]);
    expect(await rows("SELECT FROM attachments WHERE workspace_id = $1", neighbour.workspace.id)).toEqual([]);
  });
});

describe("a file and who reads it", () => {
  it("opens for members, viewers included, and for nobody else", async () => {
    await send();
    const { id } = await onlyOne();
    comeAs((await aMember("viewer", editor.workspace)).token);
    expect((await read(id)).status).toBe(200);
    for (const outsider of [await aMember("owner"), await aMember("viewer")]) {
      comeAs(outsider.token);
      expect(await leadsTo(() => read(id))).toBe(NOWHERE);
    }
    comeAs("");
    expect(await leadsTo(() => read(id))).toMatch(/^\/sign-in/);
    comeAs(editor.token);
    expect(await leadsTo(() => read(randomUUID()))).toBe(NOWHERE);
  });

  it("is read page by page, in the order of ids", async () => {
    for (let count = 0; count < 3; count += 1) await send({ file: await aPlainPdf(String(count)) });
    const seen: string[] = [];
    await systemClient().$queryRaw`SELECT 1`;
    const { withWorkspace } = await import("@/lib/db/doors");
    await withWorkspace(editor.key, { wantsWrite: false, timeoutMs: 5000 }, async (tx) => {
      for (let after: string | null = null; ; ) {
        const page: { id: string }[] = await findAttachments(tx, w, { after, limit: 2 });
        seen.push(...page.map(({ id }) => id));
        if (page.length < 2) return;
        after = page.at(-1)?.id ?? null;
      }
    });
    expect(seen).toEqual((await attached()).map(({ id }) => id).sort());
    expect(seen).toHaveLength(3);
  });
});

describe("a file that is removed", () => {
  async function undo(trashId: string) {
    const result = await restoreRecord.run(editor.key, { trashId }, now);
    return result.ok ? result.value.value : result;
  }

  it("comes back by undo, with its bytes", async () => {
    await send({ about: `response ${response}` });
    const file = await onlyOne();
    const removed = await removeAttachment.run(editor.key, { id: file.id }, now);
    if (!removed.ok) throw new Error(removed.code);
    expect(removed.value.value).toMatchObject({ consultationId: consultation });
    expect(await attached()).toEqual([]);
    expect(await leadsTo(() => read(file.id))).toBe(NOWHERE);
    expect(await sweepFiles(later(2))).toBe(0);
    expect(await undo(removed.value.value.trashId)).toEqual({
      outcome: "restored",
      consultationId: consultation,
    });
    expect(await onlyOne()).toEqual(file);
    expect((await read(file.id)).status).toBe(200);
    const trail = await findAuditEvents.run(
      keyTo((await aMember("owner", editor.workspace)).sessionHash, editor.workspace.slug),
      {},
      now,
    );
    const told = trail.ok ? JSON.stringify(trail.value.value) : "";
    for (const kind of ["attachment.attached", "attachment.removed", "record.restored"])
      expect(told).toContain(kind);
    expect(told).not.toContain("Letter.pdf");
  });

  it("stays away while what it belongs to is removed", async () => {
    await send({ about: `response ${response}` });
    const removed = await removeAttachment.run(editor.key, { id: (await onlyOne()).id }, now);
    const whole = await removeResponse.run(editor.key, { id: response }, now);
    if (!removed.ok || !whole.ok) throw new Error("not removed");
    expect(await undo(removed.value.value.trashId)).toEqual({ outcome: "owner_gone" });
    await undo(whole.value.value.trashId);
    expect(await undo(removed.value.value.trashId)).toMatchObject({ outcome: "restored" });
    expect(await attached()).toHaveLength(1);
  });

  it("goes and comes back with its consultation, its answers and its follow-ups", async () => {
    for (const about of [`consultation ${consultation}`, `response ${response}`, `follow_up ${followUp}`])
      await send({ about });
    const before = await attached();
    const removed = await removeConsultation.run(editor.key, { id: consultation }, now);
    if (!removed.ok) throw new Error(removed.code);
    expect(await attached()).toEqual([]);
    expect(await sweepFiles(later(2))).toBe(0);
    await undo(removed.value.value.trashId);
    expect(await attached()).toEqual(before);
    expect(before).toHaveLength(3);
  });

  it("is gone with its bytes when the trash forgets it", async () => {
    await send();
    await removeAttachment.run(editor.key, { id: (await onlyOne()).id }, now);
    await eraseWhatIsOld(later(31));
    expect(await rows("SELECT FROM trash WHERE workspace_id = $1", w)).toEqual([]);
    expect(await sweepFiles(later(31))).toBeGreaterThan(0);
    expect(await stored()).toEqual([]);
  });
});

describe("the sweep", () => {
  it("leaves what is named, and what is so fresh that its row may be about to be written", async () => {
    await send();
    const file = await onlyOne();
    const orphan = { workspaceId: w, fileId: randomUUID() };
    await fileStore().write(orphan, Buffer.from("bytes"));
    await sweepFiles(new Date());
    expect((await stored()).sort()).toEqual([file.file_id, orphan.fileId].sort());
    await sweepFiles(later(1));
    expect(await stored()).toEqual([file.file_id]);
  });

  it("takes everything of an erased organisation at once, and is asked for by every erasure", async () => {
    await send();
    await rows("DELETE FROM graphile_worker._private_jobs");
    await rows("SELECT wipe_workspace($1, now(), 'asked')", w);
    const jobs = await rows(
      "SELECT t.identifier FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id",
    );
    expect(jobs.map(({ identifier }) => identifier)).toContain("sweep-files");
    expect(await stored()).toHaveLength(1);
    await sweepFiles(new Date());
    expect(await stored()).toEqual([]);
  });
});

describe("a file of an activity", () => {
  it("belongs to a promise made there", async () => {
    const [activity, promise] = [randomUUID(), randomUUID()];
    await rows(
      "INSERT INTO activities (workspace_id, id, title, kind, starts_on) VALUES ($1, $2, 'Open day', 'welcome', '2026-03-04')",
      w,
      activity,
    );
    await rows(
      "INSERT INTO follow_ups (workspace_id, id, activity_id, title, made_on) VALUES ($1, $2, $3, 'A room', '2026-03-04')",
      w,
      promise,
      activity,
    );
    const more = { _room: "activities", _of: activity };
    expect(await send({ about: `follow_up ${promise}`, more })).toBe(
      `/activities/${activity}?done=file_added`,
    );
    const page = await getActivity.run(editor.key, { id: activity }, now);
    expect(page.ok && page.value.value.files).toMatchObject([
      { to: "follow_up", of: promise, name: "Letter.pdf" },
    ]);
    const removed = await removeAttachment.run(editor.key, { id: (await onlyOne()).id }, now);
    if (!removed.ok) throw new Error(removed.code);
    const back = await restoreRecord.run(editor.key, { trashId: removed.value.value.trashId }, now);
    expect(back.ok && back.value.value).toEqual({ outcome: "restored", activityId: activity });
  });
});

it("is counted in what an organisation keeps", async () => {
  const before = await rows("SELECT bytes::int FROM workspace_storage(ARRAY[$1::uuid])", w);
  await send({ file: await aPicture("jpeg"), fileName: `${CANARY}.jpg` });
  const after = await rows("SELECT bytes::int FROM workspace_storage(ARRAY[$1::uuid])", w);
  expect(after[0].bytes - before[0].bytes).toBeGreaterThanOrEqual((await onlyOne()).bytes);
});
