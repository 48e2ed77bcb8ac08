import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aMember, signedInPerson } from "@/tests/factories/member";

// The queue of mails: written in the reader's language, over a real SMTP conversation, forgotten once sent.

type Queue = Awaited<ReturnType<typeof queue>>;
let servers: { close: () => Promise<void> }[] = [];

/** The mail code afresh, so that it reads this test's mail server. */
async function queue(smtpUrl: string) {
  process.env.SMTP_URL = smtpUrl;
  vi.resetModules();
  const [{ systemClient }, { queueMail }, { sendWaitingMails }] = await Promise.all([
    import("@/lib/db/clients"),
    import("@/lib/db/mail-queue"),
    import("@/tests/factories/mail-server"),
  ]);
  await systemClient().mail.deleteMany();
  return { client: systemClient(), queueMail, sendWaitingMails };
}

async function aServer(refuse?: number) {
  const { mailServer } = await import("@/tests/factories/mail-server");
  const server = await mailServer(refuse ? { refuse } : {});
  servers.push(server);
  return server;
}

function aLink({ client, queueMail }: Queue, to: string, locale = "en") {
  return queueMail(client, { kind: "sign_in", to, locale, params: { next: "/w/x" } });
}

const mailsOf = ({ client }: Queue) => client.mail.findMany();

beforeEach(() => {
  servers = [];
});
afterEach(async () => {
  delete process.env.SMTP_URL;
  await Promise.all(servers.map((server) => server.close()));
});

describe("a queued mail", () => {
  it("is sent once, and what it held is forgotten", async () => {
    const server = await aServer();
    const mails = await queue(server.url);
    const { user } = await signedInPerson();
    await aLink(mails, user.email);
    expect(await mailsOf(mails)).toMatchObject([{ state: "waiting", recipient: user.email }]);
    await mails.sendWaitingMails();
    await mails.sendWaitingMails();
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]).toMatchObject({ to: [user.email] });
    expect(await mailsOf(mails)).toMatchObject([{ state: "sent", recipient: null, params: {} }]);
  });

  it("holds no secret while it waits: the link is made when it is written", async () => {
    const server = await aServer();
    const mails = await queue(server.url);
    const { user } = await signedInPerson();
    await aLink(mails, user.email);
    const [waiting] = await mailsOf(mails);
    expect(waiting?.params).toEqual({ next: "/w/x" });
    expect(await mails.client.verificationToken.count({ where: { identifier: user.email } })).toBe(0);
  });

  it("speaks the language its reader chose, else the one it was queued in", async () => {
    const server = await aServer();
    const mails = await queue(server.url);
    const { user } = await signedInPerson();
    await mails.client.user.update({ where: { id: user.id }, data: { locale: "ar" } });
    await aLink(mails, user.email);
    await aLink(mails, "nobody-yet@example.org");
    await mails.sendWaitingMails();
    expect(server.sent.map((mail) => /[\u0600-\u06ff]/.test(mail.text ?? ""))).toEqual([true, false]);
  });

  it("that the address does not take has bounced, and is not tried again", async () => {
    const server = await aServer(550);
    const mails = await queue(server.url);
    const { user } = await signedInPerson();
    await aLink(mails, user.email);
    await mails.sendWaitingMails();
    expect(await mailsOf(mails)).toMatchObject([{ state: "bounced", recipient: null }]);
  });

  it("that an invited address does not take is told to whoever invited", async () => {
    const server = await aServer(550);
    const mails = await queue(server.url);
    const { workspace } = await aMember("owner");
    const invitation = { workspaceId: workspace.id, id: randomUUID() };
    const to = "no-such-mailbox@example.org";
    await mails.client.invitation.create({
      data: { ...invitation, email: to, role: "viewer", locale: "en" },
    });
    const params = { workspaceId: workspace.id, invitationId: invitation.id };
    await mails.queueMail(mails.client, { kind: "invitation", to, locale: "en", params });
    await mails.sendWaitingMails();
    expect(await mails.client.invitation.findUnique({ where: { workspaceId_id: invitation } })).toMatchObject(
      { undeliveredAt: expect.any(Date) },
    );
  });

  it("waits while the mail server is away, and stands as failed after the last try", async () => {
    const mails = await queue("smtp://127.0.0.1:1");
    const { user } = await signedInPerson();
    await aLink(mails, user.email);
    await expect(mails.sendWaitingMails()).rejects.toThrow();
    expect(await mailsOf(mails)).toMatchObject([{ state: "waiting", recipient: user.email }]);
    await expect(mails.sendWaitingMails({ lastTry: true })).rejects.toThrow();
    expect(await mailsOf(mails)).toMatchObject([{ state: "failed", recipient: user.email }]);
  });

  it("goes with the change that caused it when that is rolled back", async () => {
    const server = await aServer();
    const mails = await queue(server.url);
    const to = `${randomUUID()}@example.org`;
    await expect(
      mails.client.$transaction(async (tx) => {
        await mails.queueMail(tx, { kind: "sign_in", to, locale: "en", params: { next: "/" } });
        throw new Error("changed their mind");
      }),
    ).rejects.toThrow("changed their mind");
    expect(await mailsOf(mails)).toEqual([]);
  });
});
