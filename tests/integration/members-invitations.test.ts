import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { withWorkspace } from "@/lib/db/doors";
import { acceptInvitation, tidyPersonName } from "@/lib/features/invitations/accept-invitation";
import { inviteMember } from "@/lib/features/invitations/invite-member";
import { mintInvitation } from "@/lib/features/invitations/mint-invitation";
import { noteUndelivered } from "@/lib/features/invitations/note-undelivered";
import { openInviteForm } from "@/lib/features/invitations/open-invite-form";
import { readInvitation } from "@/lib/features/invitations/read-invitation";
import { resendInvitation } from "@/lib/features/invitations/resend-invitation";
import { withdrawInvitation } from "@/lib/features/invitations/withdraw-invitation";
import { findMembers } from "@/lib/features/members/find-members";
import { aMember, signedInPerson } from "@/tests/factories/member";

const now = new Date("2026-11-23T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
type Somebody = Awaited<ReturnType<typeof aMember>>;

let owner: Somebody;
beforeEach(async () => {
  await systemClient().mail.deleteMany();
  owner = await aMember("owner");
});

const anAddress = () => `new-${randomUUID()}@example.org`;

async function invite(email: string, role = "editor", locale = "en") {
  const id = randomUUID();
  return { id, result: await inviteMember.run(owner.key, { id, email, role, locale }, now) };
}

/** Invites, and writes the mail as the queue does; answers its token. */
async function invited(email: string, role = "editor"): Promise<{ id: string; token: string }> {
  const { id } = await invite(email, role);
  const made = await mintInvitation(owner.workspace.id, id, now);
  return { id, token: made?.link.split("/").at(-1) ?? "" };
}

const accept = (token: string, name = "", at = now) => acceptInvitation(token, { name, spoken: "ar" }, at);
const person = (email: string) => systemClient().user.findUnique({ where: { email } });

async function listed(at = now) {
  const list = await findMembers.run(owner.key, {}, at);
  if (!list.ok) throw new Error(list.code);
  return list.value.value.invitations;
}

async function events() {
  const opened = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
    tx.auditEvent.findMany({ orderBy: { at: "asc" } }),
  );
  if ("outcome" in opened) throw new Error(opened.outcome);
  return opened;
}

describe("an invitation", () => {
  it("makes nobody a person, and holds no secret while its mail waits", async () => {
    const email = anAddress();
    const { id, result } = await invite(email.toUpperCase());
    expect(result).toMatchObject({ ok: true });
    expect(await person(email)).toBeNull();
    expect(await systemClient().mail.findMany()).toMatchObject([
      { kind: "invitation", recipient: email, params: { workspaceId: owner.workspace.id, invitationId: id } },
    ]);
    expect(await listed()).toMatchObject([
      { email, role: "editor", state: "waiting", mayBeSentAgain: false },
    ]);
  });

  it("names its role in the trail and not its address", async () => {
    const email = anAddress();
    await invite(email);
    const told = await events();
    expect(told).toMatchObject([{ kind: "member.invited", detail: { role: "editor" } }]);
    expect(JSON.stringify(told)).not.toContain(email);
  });

  it("keeps only the hash of a 256-bit link", async () => {
    const { id, token } = await invited(anAddress());
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const row = await systemClient().invitation.findFirst({ where: { id } });
    expect(row?.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("whose address does not take the mail says so, until it is sent anew", async () => {
    const { id } = await invited(anAddress());
    await noteUndelivered({ workspaceId: owner.workspace.id, invitationId: id }, now);
    expect(await listed()).toMatchObject([{ state: "undelivered", mayBeSentAgain: true }]);
    await mintInvitation(owner.workspace.id, id, now);
    expect(await listed()).toMatchObject([{ state: "open" }]);
  });

  it("sent twice from one form is one", async () => {
    const form = { id: randomUUID(), email: anAddress(), role: "viewer", locale: "ar" };
    await inviteMember.run(owner.key, form, now);
    expect(await inviteMember.run(owner.key, form, now)).toMatchObject({ ok: true });
    expect(await systemClient().mail.count()).toBe(1);
  });

  it.each([
    ["", "required"],
    ["amina at riverside", "not_an_email"],
    [`${"a".repeat(250)}@example.org`, "too_long"],
  ])("to %j is refused: %s", async (email, code) => {
    const { result } = await invite(email);
    expect(result).toMatchObject({ ok: false, errors: [{ field: "email", code }] });
  });

  it("is refused for a member, and for somebody invited already", async () => {
    const editor = await aMember("editor", owner.workspace);
    expect((await invite(editor.user.email)).result).toMatchObject({
      errors: [{ field: "email", code: "already_member" }],
    });
    const email = anAddress();
    await invite(email);
    expect((await invite(email)).result).toMatchObject({
      errors: [{ field: "email", code: "already_invited" }],
    });
  });

  it("reaches members of other organisations, whom nobody here is told about", async () => {
    const elsewhere = await aMember("editor");
    expect((await invite(elsewhere.user.email)).result).toMatchObject({ ok: true });
  });

  it("opens its form in the owner's own language, else the organisation's", async () => {
    const locale = async () => {
      const form = await openInviteForm.run(owner.key, {}, now);
      return form.ok ? form.value.value.view.values.locale : null;
    };
    await systemClient().workspace.update({ where: { id: owner.workspace.id }, data: { locale: "ar" } });
    expect(await locale()).toEqual(["ar"]);
    await systemClient().user.update({ where: { id: owner.user.id }, data: { locale: "en" } });
    expect(await locale()).toEqual(["en"]);
  });
});

describe("the link of an invitation", () => {
  it("can be read any number of times", async () => {
    const email = anAddress();
    const { token } = await invited(email, "viewer");
    for (const _ of [1, 2, 3])
      expect(await readInvitation(token, now)).toEqual({
        organisation: expect.stringContaining("Organisation"),
        role: "viewer",
        email,
        inviter: owner.user.name,
        hasName: false,
      });
    expect(await person(email)).toBeNull();
  });

  it("makes its holder a member, once, with the name and the language they chose", async () => {
    const email = anAddress();
    const { token } = await invited(email);
    expect(await accept(token, "  Amina \n")).toMatchObject({ slug: owner.workspace.slug, joined: true });
    expect(await person(email)).toMatchObject({ name: "Amina", locale: "ar" });
    const joined = await systemClient().membership.findFirst({ where: { user: { email } } });
    expect(joined).toMatchObject({ workspaceId: owner.workspace.id, role: "editor" });
    expect(await accept(token)).toBeNull();
    expect(await readInvitation(token, now)).toBeNull();
    expect(await listed()).toEqual([]);
    expect((await events()).at(-1)).toMatchObject({ kind: "member.joined", actorId: joined?.userId });
  });

  it("used twice at once makes one member", async () => {
    const { token } = await invited(anAddress());
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it("works for 14 days and not a moment longer", async () => {
    const { token } = await invited(anAddress());
    expect(await readInvitation(token, later(13.99))).not.toBeNull();
    expect(await readInvitation(token, later(14))).toBeNull();
    expect(await accept(token, "", later(14))).toBeNull();
    expect(await listed(later(15))).toMatchObject([{ state: "ended", untilOn: "2026-12-07" }]);
  });

  it("changes when it is sent again, and the earlier one stops", async () => {
    const { id, token } = await invited(anAddress());
    expect(await resendInvitation.run(owner.key, { id }, now)).toMatchObject({ ok: true });
    expect(await readInvitation(token, now)).not.toBeNull();
    const again = await mintInvitation(owner.workspace.id, id, later(20));
    expect(await readInvitation(token, now)).toBeNull();
    expect(await readInvitation(again?.link.split("/").at(-1) ?? "", later(30))).not.toBeNull();
  });

  it("is mailed five times at most", async () => {
    const { id } = await invited(anAddress());
    for (const _ of [2, 3, 4, 5])
      expect(await resendInvitation.run(owner.key, { id }, now)).toMatchObject({ ok: true });
    expect(await resendInvitation.run(owner.key, { id }, now)).toMatchObject({ code: "conflict" });
    expect(await listed()).toMatchObject([{ mayBeSentAgain: false }]);
  });

  it("opens nothing once it is withdrawn, not even one still to be mailed", async () => {
    const { id, token } = await invited(anAddress());
    expect(await withdrawInvitation.run(owner.key, { id }, now)).toMatchObject({ ok: true });
    expect(await readInvitation(token, now)).toBeNull();
    expect(await accept(token)).toBeNull();
    expect(await mintInvitation(owner.workspace.id, id, now)).toBeNull();
    expect(await withdrawInvitation.run(owner.key, { id }, now)).toMatchObject({ code: "conflict" });
  });

  it("leaves a known person their name, and a member their role", async () => {
    const known = await signedInPerson();
    const { token } = await invited(known.user.email, "viewer");
    await accept(token, "Somebody Else");
    expect(await person(known.user.email)).toMatchObject({ name: known.user.name });
    const second = await invited(anAddress(), "viewer");
    const email = (await listed())[0]?.email ?? "";
    const user = await systemClient().user.create({ data: { email } });
    await systemClient().membership.create({
      data: { workspaceId: owner.workspace.id, userId: user.id, role: "owner" },
    });
    expect(await accept(second.token)).toMatchObject({ joined: false });
    expect(await systemClient().membership.findFirst({ where: { userId: user.id } })).toMatchObject({
      role: "owner",
    });
  });

  it("that makes an owner is told to the owners", async () => {
    const { token } = await invited(anAddress(), "owner");
    await systemClient().mail.deleteMany();
    await accept(token);
    expect(await systemClient().mail.findMany()).toMatchObject([
      { kind: "owner_added", recipient: owner.user.email, workspaceId: owner.workspace.id },
    ]);
  });

  it("that opens an organisation for its first owner begins it", async () => {
    const workspace = await systemClient().workspace.create({
      data: { slug: `begun-${randomUUID()}`, name: "Begun", state: "invited" },
    });
    const id = randomUUID();
    await systemClient().invitation.create({
      data: { workspaceId: workspace.id, id, email: anAddress(), role: "owner", locale: "en" },
    });
    const made = await mintInvitation(workspace.id, id, now);
    const token = made?.link.split("/").at(-1) ?? "";
    expect(await readInvitation(token, now)).toMatchObject({ organisation: "Begun", inviter: null });
    expect(await accept(token)).toMatchObject({ slug: workspace.slug, joined: true });
    expect(await systemClient().workspace.findUnique({ where: { id: workspace.id } })).toMatchObject({
      state: "active",
    });
  });

  it("does nothing in an organisation that is suspended", async () => {
    const { token } = await invited(anAddress());
    await systemClient().workspace.update({
      where: { id: owner.workspace.id },
      data: { state: "suspended" },
    });
    expect(await readInvitation(token, now)).toBeNull();
    expect(await accept(token)).toBeNull();
  });

  it.each(["", "x", "../../etc", "a".repeat(43), `${"a".repeat(42)}'`])("%j is unknown", async (token) => {
    expect(await readInvitation(token, now)).toBeNull();
    expect(await accept(token)).toBeNull();
  });
});

describe("invitations of one organisation", () => {
  it("are out of reach from another", async () => {
    const { id, token } = await invited(anAddress());
    const neighbour = await aMember("owner");
    for (const useCase of [resendInvitation, withdrawInvitation])
      expect(await useCase.run(neighbour.key, { id }, now)).toMatchObject({ ok: false });
    expect(await readInvitation(token, now)).not.toBeNull();
  });

  it("cannot be given a link by an owner's own role", async () => {
    const { id } = await invite(anAddress());
    const forged = withWorkspace(owner.key, { wantsWrite: true, timeoutMs: 5000 }, (tx) =>
      tx.invitation.updateMany({
        where: { id },
        data: { tokenHash: hashToken("guessed"), sentAt: now, expiresAt: later(1) },
      }),
    );
    await expect(forged).rejects.toThrow(/permission denied/);
  });
});

describe("a name", () => {
  it.each([
    ["  Amina  ", "Amina"],
    ["أمينة", "أمينة"],
    ["Amina\u0000\r\nB", "Amina B"],
    ["   ", null],
    ["x".repeat(80), "x".repeat(60)],
  ])("typed as %j is kept as %j", (typed, kept) => {
    expect(tidyPersonName(typed)).toBe(kept);
  });
});
