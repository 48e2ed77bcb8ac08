import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { type MailServer, mailServer } from "@/tests/factories/mail-server";
import { aMember, signedInPerson } from "@/tests/factories/member";

// Sign-in without a browser: tokens, mails over a real SMTP conversation, limits. Pages are in tests/e2e.

/** The sign-in code afresh, so that it reads this test's settings. */
async function signIn() {
  vi.resetModules();
  const [{ requestLink }, { signInAdapter }, { sendWaitingMails }] = await Promise.all([
    import("@/lib/features/sign-in/request-link"),
    import("@/lib/features/sign-in/adapter"),
    import("@/tests/factories/mail-server"),
  ]);
  const ask = async (email: string, visitor = "visitor") => {
    const later: (() => Promise<void>)[] = [];
    const result = await requestLink(email, {
      next: "/w/x",
      visitor,
      locale: "en",
      later: (work) => later.push(work),
    });
    await Promise.all(later.map((work) => work()));
    await sendWaitingMails();
    return result;
  };
  return { ask, adapter: signInAdapter };
}

function tokenIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0] ?? "";
  return new URL(link).searchParams.get("token") ?? "";
}

describe("asking for a link", () => {
  let mails: MailServer;
  beforeEach(async () => {
    mails = await mailServer();
    process.env.SMTP_URL = mails.url;
  });
  afterEach(async () => {
    delete process.env.SMTP_URL;
    await mails.close();
  });

  it("mails a link that works once", async () => {
    const { user } = await aMember("editor");
    const { ask, adapter } = await signIn();
    expect(await ask(` ${user.email.toUpperCase()} `)).toEqual({ ok: true, value: { email: user.email } });
    expect(mails.sent).toMatchObject([
      { to: [user.email], subject: "Your link to sign in to Followthrough" },
    ]);
    const text = mails.sent[0]?.text ?? "";
    expect(text).toContain("http://127.0.0.1:3000/sign-in/confirm?");

    const token = hashToken(`${tokenIn(text)}${process.env.AUTH_SECRET}`);
    expect(await adapter.useVerificationToken?.({ identifier: user.email, token })).toMatchObject({
      identifier: user.email,
    });
    expect(await adapter.useVerificationToken?.({ identifier: user.email, token })).toBeNull();
  });

  it("keeps no token in clear", async () => {
    const { user } = await aMember("editor");
    const { ask } = await signIn();
    await ask(user.email);
    const rows = await systemClient().verificationToken.findMany({ where: { identifier: user.email } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.token).not.toContain(tokenIn(mails.sent[0]?.text ?? ""));
  });

  it("answers a stranger like a member, sends nothing and opens no account", async () => {
    const { ask } = await signIn();
    expect(await ask("stranger@example.org")).toEqual({ ok: true, value: { email: "stranger@example.org" } });
    expect(mails.sent).toEqual([]);
    expect(await systemClient().user.count({ where: { email: "stranger@example.org" } })).toBe(0);
  });

  it.each([
    ["", "required"],
    ["   ", "required"],
    ["amina", "not_an_email"],
    ["amina@", "not_an_email"],
    [`${"a".repeat(300)}@example.org`, "not_an_email"],
  ])("says what is wrong with %j", async (typed, code) => {
    const { ask } = await signIn();
    expect(await ask(typed)).toMatchObject({ ok: false, errors: [{ field: "email", code }] });
  });

  it("stops after five links an hour for one address, and says how long to wait", async () => {
    const { user } = await aMember("editor");
    const { ask } = await signIn();
    for (let times = 0; times < 5; times++) expect((await ask(user.email, `v${times}`)).ok).toBe(true);
    expect(await ask(user.email, "another visitor")).toMatchObject({
      ok: false,
      code: "too_many_requests",
      errors: [{ params: { minutes: 60 } }],
    });
    expect(mails.sent).toHaveLength(5);
    const keys = await systemClient().rateLimit.findMany();
    expect(JSON.stringify(keys)).not.toContain(user.email);
  });
});

describe("without SMTP_URL", () => {
  it("writes the mail to the outbox", async () => {
    const { user } = await aMember("owner");
    const { ask } = await signIn();
    await ask(user.email, "outbox");
    const outbox = path.join(process.env.DATA_DIR ?? "", "outbox");
    const files = await readdir(outbox);
    expect(files).toHaveLength(1);
    const mail = await simpleParser(await readFile(path.join(outbox, files[0] ?? "")));
    expect(mail.text).toContain("/sign-in/confirm?");
    expect(mail.subject).toBe("Your link to sign in to Followthrough");
  });
});

describe("sessions", () => {
  it("are stored as hashes and end in the database", async () => {
    const { adapter } = await signIn();
    const { user } = await signedInPerson();
    const expires = new Date(Date.now() + 37 * 24 * 3600 * 1000);
    await adapter.createSession?.({ sessionToken: "in clear", userId: user.id, expires });
    expect(await systemClient().session.count({ where: { sessionToken: "in clear" } })).toBe(0);
    expect(await adapter.getSessionAndUser?.("in clear")).toMatchObject({ user: { id: user.id } });
    await adapter.deleteSession?.("in clear");
    expect(await adapter.getSessionAndUser?.("in clear")).toBeNull();
  });

  it("open no account for an address nobody knows", async () => {
    const { adapter } = await signIn();
    await expect(async () =>
      adapter.createUser?.({ email: "new@example.org", emailVerified: null }),
    ).rejects.toThrow(/invitation/);
  });
});

describe("where signing in leads", () => {
  it.each([
    ["/w/riverside?a=1", "/w/riverside?a=1"],
    ["https://elsewhere.example/w", "/"],
    ["//elsewhere.example/w", "/"],
    ["/\\elsewhere.example", "/"],
    ["javascript:alert(1)", "/"],
    ["", "/"],
    [null, "/"],
  ])("%j is %j", async (next, path) => {
    const { safePath } = await import("@/lib/features/sign-in/mint-token");
    expect(safePath(next)).toBe(path);
  });
});
