import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemClient } from "@/lib/db/clients";
import * as env from "@/lib/env";
import { getHealth } from "@/lib/features/health/get-health";
import { retryJob } from "@/lib/features/health/retry-job";
import { retryMail } from "@/lib/features/health/retry-mail";
import { writeMetrics } from "@/lib/features/health/write-metrics";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const SECRET = "a secret of the metrics";
const now = new Date();
let owner: pg.Client;
let admin: Awaited<ReturnType<typeof signedInPerson>>;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
  admin = await signedInPerson({ isPlatformAdmin: true });
});
afterAll(() => owner.end());

/** A job that failed at its last try, with words in its payload and its error that nobody must see. */
async function failedJob(task = "run-import"): Promise<string> {
  const { rows } = await owner.query(
    `SELECT id FROM graphile_worker.add_job($1, '{"planted": "canary words"}'::json, max_attempts => 3)`,
    [task],
  );
  await owner.query(
    "UPDATE graphile_worker._private_jobs SET attempts = 3, last_error = 'canary words' WHERE id = $1",
    [rows[0].id],
  );
  return rows[0].id;
}

async function failedMail(): Promise<string> {
  const to = `canary-${randomUUID()}@example.org`;
  await systemClient()
    .$executeRaw`SELECT queue_mail('sign_in', ${to}, 'en', '{"next": "/canary"}'::jsonb, NULL)`;
  const { id } = await systemClient().mail.findFirstOrThrow({ where: { recipient: to } });
  await systemClient().mail.update({
    where: { id },
    data: { state: "failed", failure: "Error", finishedAt: now },
  });
  await owner.query("UPDATE graphile_worker._private_jobs SET attempts = 8 WHERE key = $1", [
    `send-mail:${id}`,
  ]);
  return id;
}

async function health() {
  const result = await getHealth.run(admin.sessionHash, {}, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

describe("the platform's health", () => {
  it("shows jobs and mails by what they are, and not a word of what they say", async () => {
    const job = await failedJob();
    const mail = await failedMail();
    const found = await health();
    expect(found.jobs).toContainEqual({
      ...{ id: job, task: "run-import", state: "failed", attempts: 3, most: 3 },
      runAt: expect.any(Date),
    });
    expect(found.jobs[0]?.state).toBe("failed");
    expect(found.mails.failed).toContainEqual({ id: mail, kind: "sign_in", createdAt: expect.any(Date) });
    expect(found.mails.days[0]).toMatchObject({ day: now.toISOString().slice(0, 10), failed: 1 });
    expect(found.figures.bytes).toBeGreaterThan(1_000_000);
    expect(JSON.stringify(found)).not.toContain("canary");
  });

  it("is nobody's business but platform admins'", async () => {
    const member = await aMember("owner");
    for (const useCase of [getHealth, retryJob, retryMail] as const)
      expect(await useCase.run(member.sessionHash, {}, now)).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("trying again", () => {
  it("starts a failed job from its first try, once", async () => {
    const id = await failedJob();
    expect(await retryJob.run(admin.sessionHash, { id }, now)).toMatchObject({
      value: { value: { retried: true } },
    });
    const { rows } = await owner.query(
      "SELECT attempts, is_available FROM graphile_worker._private_jobs WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([{ attempts: 0, is_available: true }]);
    expect(await retryJob.run(admin.sessionHash, { id }, now)).toMatchObject({
      value: { value: { retried: false } },
    });
    const told = await systemClient().platformEvent.findMany({ where: { kind: "job.retried" } });
    expect(told).toMatchObject([{ actorId: admin.user.id, detail: { jobId: id, task: "run-import" } }]);
  });

  it("leaves a job alone that is at work", async () => {
    const id = await failedJob();
    await owner.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'w' WHERE id = $1",
      [id],
    );
    expect(await retryJob.run(admin.sessionHash, { id }, now)).toMatchObject({
      value: { value: { retried: false } },
    });
  });

  it.each(["mail", "job"] as const)("puts a failed mail in line again, by its %s", async (by) => {
    const id = await failedMail();
    const { rows: jobs } = await owner.query("SELECT id FROM graphile_worker._private_jobs WHERE key = $1", [
      `send-mail:${id}`,
    ]);
    const retried =
      by === "mail"
        ? await retryMail.run(admin.sessionHash, { id }, now)
        : await retryJob.run(admin.sessionHash, { id: jobs[0].id }, now);
    expect(retried).toMatchObject({ value: { value: { retried: true } } });
    expect(await systemClient().mail.findUnique({ where: { id } })).toMatchObject({
      state: "waiting",
      failure: null,
    });
    const { rows } = await owner.query("SELECT attempts FROM graphile_worker._private_jobs WHERE key = $1", [
      `send-mail:${id}`,
    ]);
    expect(rows).toEqual([{ attempts: 0 }]);
    expect(await retryMail.run(admin.sessionHash, { id }, now)).toMatchObject({
      value: { value: { retried: false } },
    });
  });
});

describe("the metrics", () => {
  it("are not there without a secret", async () => {
    expect(await writeMetrics(`Bearer ${SECRET}`)).toEqual({ status: 404 });
  });

  it("are told only to whoever knows it", async () => {
    vi.spyOn(env, "settings").mockReturnValue({ ...env.settings(), metricsSecret: SECRET });
    for (const header of [null, "", SECRET, "Bearer ", `Bearer ${SECRET}x`, `bearer ${SECRET.slice(1)}`])
      expect(await writeMetrics(header)).toEqual({ status: 401 });
    expect(await writeMetrics(`Bearer ${SECRET}`)).toMatchObject({ status: 200 });
    vi.restoreAllMocks();
  });

  it("are counts in Prometheus' format, and name no organisation", async () => {
    const { workspace } = await aMember("owner");
    vi.spyOn(env, "settings").mockReturnValue({ ...env.settings(), metricsSecret: SECRET });
    const answer = await writeMetrics(`Bearer ${SECRET}`);
    vi.restoreAllMocks();
    if (answer.status !== 200) throw new Error(String(answer.status));
    const active = await systemClient().workspace.count({ where: { state: "active" } });
    const members = await systemClient().membership.count();
    expect(answer.type).toContain("text/plain");
    expect(answer.text).toContain(`followthrough_workspaces{state="active"} ${active}`);
    expect(answer.text).toContain('followthrough_workspaces{state="erased"} 0');
    expect(answer.text).toContain(`followthrough_members ${members}`);
    expect(answer.text).toMatch(/followthrough_jobs\{state="failed"\} \d+/);
    expect(answer.text).toMatch(/followthrough_mails\{state="bounced"\} 0/);
    expect(answer.text).toMatch(/followthrough_database_bytes \d{6,}/);
    expect(answer.text).toMatch(/process_resident_memory_bytes \d+/);
    for (const line of answer.text.split("\n").filter(Boolean))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/);
    expect(answer.text).not.toContain(workspace.slug);
  });
});
