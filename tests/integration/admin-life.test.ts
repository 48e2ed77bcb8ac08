import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { systemClient } from "@/lib/db/clients";
import { withWorkspace } from "@/lib/db/doors";
import { done } from "@/lib/domain/result";
import type { LifeStep } from "@/lib/domain/workspace-life";
import { findWorkspaces } from "@/lib/features/admin/find-workspaces";
import { getWorkspace } from "@/lib/features/admin/get-workspace";
import { inviteOwnerAgain } from "@/lib/features/admin/invite-owner-again";
import { inviteWorkspace } from "@/lib/features/admin/invite-workspace";
import { stepWorkspace } from "@/lib/features/admin/step-workspace";
import { acceptInvitation } from "@/lib/features/invitations/accept-invitation";
import { mintInvitation } from "@/lib/features/invitations/mint-invitation";
import { writeMail } from "@/lib/features/mails/write-mail";
import { endWorkspaces } from "@/lib/features/workspaces/end-workspaces";
import { aMember, anOrganisation, signedInPerson } from "@/tests/factories/member";

const now = new Date("2026-11-22T12:00:00Z");
/** Seconds; the clock of these tests runs ahead of the database's. */
const YEAR = 365 * 86_400;
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let admin: Awaited<ReturnType<typeof signedInPerson>>;
beforeAll(async () => {
  admin = await signedInPerson({ isPlatformAdmin: true, expiresIn: YEAR });
});

function step(slug: string, taken: LifeStep, more: Record<string, unknown> = {}, at = now) {
  return stepWorkspace.run(admin.sessionHash, { slug, step: taken, confirmSlug: slug, ...more }, at);
}

const stateOf = async (id: string) =>
  (await systemClient().workspace.findUnique({ where: { id }, select: { state: true } }))?.state;

const mailsTo = async (recipient: string) =>
  (await systemClient().mail.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } })).map(
    ({ kind }) => kind,
  );

const schema = z.strictObject({});
const addBody = defineUseCase(
  { permission: "record:write", audit: ["record.restored"], schema },
  async ({ tx, member, record }) => {
    const body = await tx.publicBody.create({
      data: { workspaceId: member.workspace.id, name: `Body ${randomUUID()}` },
    });
    await record({ kind: "record.restored", subjectId: body.id, detail: { trashId: body.id } });
    return done(body.id);
  },
);
const look = defineUseCase({ permission: "record:read", audit: "none", schema }, async ({ member }) =>
  done({ state: member.workspace.state, pause: member.pause }),
);

describe("opening a workspace for an organisation", () => {
  const asked = { name: "Lakeside Forum", slug: "lakeside", ownerEmail: "amina@example.org", locale: "ar" };

  it("keeps it closed until its owner accepts, and then begins", async () => {
    const opened = await inviteWorkspace.run(admin.sessionHash, asked, now);
    expect(opened).toMatchObject({ ok: true, value: { value: { slug: "lakeside" } } });
    const { id, locale } = await systemClient().workspace.findUniqueOrThrow({ where: { slug: "lakeside" } });
    expect({ state: await stateOf(id), locale }).toEqual({ state: "invited", locale: "ar" });
    expect(await systemClient().user.count({ where: { email: asked.ownerEmail } })).toBe(0);
    expect(await mailsTo(asked.ownerEmail)).toEqual(["invitation"]);

    const invitation = await systemClient().invitation.findFirstOrThrow({ where: { workspaceId: id } });
    const minted = await mintInvitation(id, invitation.id, now);
    const token = minted?.link.split("/").at(-1) ?? "";
    const accepted = await acceptInvitation(token, { name: "Amina", spoken: "ar" }, now);
    expect(accepted).toMatchObject({ joined: true, role: "owner" });
    expect(await stateOf(id)).toBe("active");
    const seen = await getWorkspace.run(admin.sessionHash, { slug: "lakeside" }, now);
    expect(seen).toMatchObject({
      value: {
        value: {
          state: "active",
          owners: [{ email: asked.ownerEmail }],
          life: [{ kind: "workspace.invited" }],
        },
      },
    });
  });

  it.each([
    [{ slug: "lakeside" }, "slug", "already_used"],
    [{ slug: "Lake Side" }, "slug", "not_a_slug"],
    [{ slug: "new" }, "slug", "already_used"],
    [{ name: " " }, "name", "required"],
    [{ ownerEmail: "amina" }, "ownerEmail", "not_an_email"],
    [{ locale: "xx" }, "locale", "unknown_choice"],
  ])("refuses %j", async (wrong, field, code) => {
    const opened = await inviteWorkspace.run(admin.sessionHash, { ...asked, slug: "other", ...wrong }, now);
    expect(opened).toMatchObject({ ok: false, errors: [{ field, code }] });
    expect(await systemClient().workspace.count({ where: { slug: "other" } })).toBe(0);
  });

  it("sends the invitation again once the first one went out, and erases what nobody came into", async () => {
    await inviteWorkspace.run(admin.sessionHash, { ...asked, slug: "hillside" }, now);
    const { id } = await systemClient().workspace.findUniqueOrThrow({ where: { slug: "hillside" } });
    const again = () => inviteOwnerAgain.run(admin.sessionHash, { slug: "hillside" }, now);
    expect(await again()).toMatchObject({ ok: false, code: "conflict" });
    const invitation = await systemClient().invitation.findFirstOrThrow({ where: { workspaceId: id } });
    await mintInvitation(id, invitation.id, now);
    expect(await again()).toMatchObject({ ok: true });

    expect(await step("hillside", "erase")).toMatchObject({ ok: true });
    expect(await endWorkspaces(now)).toMatchObject({ erased: 1 });
    expect(await stateOf(id)).toBeUndefined();
    expect(await systemClient().workspaceTombstone.findUnique({ where: { id } })).toMatchObject({
      reason: "never_used",
      slugHash: null,
    });
    // Its slug was never anybody's: it is free again.
    const anew = await inviteWorkspace.run(admin.sessionHash, { ...asked, slug: "hillside" }, now);
    expect(anew).toMatchObject({ ok: true });
  });
});

describe("suspending", () => {
  it("lets members read and nobody write, tells the owners and their audit, and can be taken back", async () => {
    const owner = await aMember("owner");
    const editor = await aMember("editor", owner.workspace);
    const { slug, id } = owner.workspace;
    expect(await step(slug, "suspend", { note: "Please write to us." })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("suspended");
    expect(await addBody.run(editor.key, {}, now)).toMatchObject({ ok: false, code: "read_only" });
    const seen = await look.run(editor.key, {}, now);
    expect(seen).toMatchObject({ value: { value: { state: "suspended", pause: { eraseOn: null } } } });

    expect(await mailsTo(owner.user.email)).toEqual(["workspace_suspended"]);
    expect(await mailsTo(editor.user.email)).toEqual([]);
    const told = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
      tx.auditEvent.findMany({ select: { kind: true, actorId: true } }),
    );
    expect(told).toEqual([{ kind: "platform.suspended", actorId: admin.user.id }]);

    expect(await step(slug, "resume")).toMatchObject({ ok: true });
    expect(await addBody.run(editor.key, {}, now)).toMatchObject({ ok: true });
    expect(await look.run(editor.key, {}, now)).toMatchObject({ value: { value: { pause: null } } });
    const events = await systemClient().platformEvent.findMany({
      where: { workspaceId: id },
      orderBy: { at: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["workspace.suspended", "workspace.resumed"]);
  });

  it("writes its mail in the reader's language, with a neutral subject and the admin's words", async () => {
    const { id, name } = await anOrganisation();
    const owner = await aMember("owner", { id, slug: "unused" });
    const params = { workspaceId: id, note: "Please write to us." };
    const english = await writeMail("workspace_suspended", params, owner.user.email, "en");
    expect(english?.subject).not.toContain(name);
    expect(english?.text).toContain("Please write to us.");
    expect(english?.text).toContain(name);
    const arabic = await writeMail("workspace_suspended", params, owner.user.email, "ar");
    expect(arabic?.text).toMatch(/[\u0600-\u06FF]{4}/);
  });

  it.each([
    [{ confirmSlug: "another-one" }, { errors: [{ field: "confirmSlug", code: "not_the_slug" }] }],
    [{ confirmSlug: "" }, { errors: [{ field: "confirmSlug", code: "required" }] }],
    [{ note: "x".repeat(1001) }, { errors: [{ field: "note", code: "too_long" }] }],
  ])("changes nothing when %j is typed", async (wrong, expected) => {
    const { id, slug } = await anOrganisation();
    expect(await step(slug, "suspend", wrong)).toMatchObject({ ok: false, code: "invalid", ...expected });
    expect(await stateOf(id)).toBe("active");
  });

  it("is not for members, nor for an admin whose second factor is old", async () => {
    const { slug, id } = await anOrganisation();
    const owner = await signedInPerson({ expiresIn: YEAR });
    await systemClient().membership.create({
      data: { workspaceId: id, userId: owner.user.id, role: "owner" },
    });
    const input = { slug, step: "suspend", confirmSlug: slug };
    expect(await stepWorkspace.run(owner.sessionHash, input, now)).toMatchObject({ code: "not_found" });
    expect(await stepWorkspace.run("nobody", input, now)).toMatchObject({ code: "signed_out" });
    const stale = await signedInPerson({
      isPlatformAdmin: true,
      expiresIn: YEAR,
      secondFactorAt: new Date("2026-11-22T11:00:00Z"),
    });
    expect(await stepWorkspace.run(stale.sessionHash, input, now)).toMatchObject({ code: "second_factor" });
    expect(await stateOf(id)).toBe("active");
  });
});

/** A moment that can be waited for. */
function aMoment() {
  let come = () => {};
  const waited = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { waited, come: () => come() };
}

describe("a change that is being made while its workspace is suspended", () => {
  /** A use case that stops in the middle, before or after it has recorded what it did. */
  function slow(when: "before" | "after") {
    const reached = aMoment();
    const goOn = aMoment();
    const name = `Slow ${randomUUID()}`;
    const useCase = defineUseCase(
      { permission: "record:write", audit: ["record.restored"], schema },
      async ({ tx, member, record }) => {
        const body = await tx.publicBody.create({ data: { workspaceId: member.workspace.id, name } });
        const stop = async () => {
          reached.come();
          await goOn.waited;
        };
        if (when === "before") await stop();
        await record({ kind: "record.restored", subjectId: body.id, detail: { trashId: body.id } });
        if (when === "after") await stop();
        return done(name);
      },
    );
    return { useCase, reached: reached.waited, goOn: goOn.come, name };
  }

  const saved = async (member: Awaited<ReturnType<typeof aMember>>, name: string) =>
    withWorkspace(member.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
      tx.publicBody.count({ where: { workspaceId: member.workspace.id, name } }),
    );

  it("is finished first when it was all but done", async () => {
    const member = await aMember("editor");
    const { useCase, reached, goOn, name } = slow("after");
    const write = useCase.run(member.key, {}, now);
    await reached;
    let suspended = false;
    const suspending = step(member.workspace.slug, "suspend").then((result) => {
      suspended = true;
      return result;
    });
    await new Promise((wake) => setTimeout(wake, 300));
    expect(suspended).toBe(false);
    goOn();
    expect(await write).toMatchObject({ ok: true });
    expect(await suspending).toMatchObject({ ok: true });
    expect(await saved(member, name)).toBe(1);
  });

  it("is refused whole when the suspension was quicker", async () => {
    const member = await aMember("editor");
    const { useCase, reached, goOn, name } = slow("before");
    const write = useCase.run(member.key, {}, now);
    await reached;
    expect(await step(member.workspace.slug, "suspend")).toMatchObject({ ok: true });
    goOn();
    expect(await write).toMatchObject({ ok: false, code: "read_only" });
    expect(await saved(member, name)).toBe(0);
  });
});

describe("closing", () => {
  it("leaves 30 days, reminds a week before, and erases on the day", async () => {
    const owner = await aMember("owner");
    const { slug, id } = owner.workspace;
    expect(await step(slug, "close", { note: "You asked us to." })).toMatchObject({ ok: true });
    expect(await look.run(owner.key, {}, now)).toMatchObject({
      value: { value: { state: "closing", pause: { eraseOn: "2026-12-22", contact: expect.any(String) } } },
    });
    expect(await addBody.run(owner.key, {}, now)).toMatchObject({ ok: false, code: "read_only" });

    expect(await endWorkspaces(later(22))).toEqual({ reminded: 0, erased: 0 });
    expect(await endWorkspaces(later(23))).toEqual({ reminded: 1, erased: 0 });
    expect(await endWorkspaces(later(24))).toEqual({ reminded: 0, erased: 0 });
    expect(await endWorkspaces(later(29))).toEqual({ reminded: 0, erased: 0 });
    expect(await stateOf(id)).toBe("closing");
    expect(await mailsTo(owner.user.email)).toEqual(["workspace_closing", "workspace_closing_soon"]);

    expect(await endWorkspaces(later(30))).toEqual({ reminded: 0, erased: 1 });
    expect(await endWorkspaces(later(30))).toEqual({ reminded: 0, erased: 0 });
    expect(await stateOf(id)).toBeUndefined();
    expect(await mailsTo(owner.user.email)).toEqual(["workspace_erased"]);
    expect(await getWorkspace.run(admin.sessionHash, { slug }, later(30))).toMatchObject({
      value: {
        value: {
          erased: { id, reason: "closed", closedOn: "2026-11-22", erasedOn: "2026-12-22", members: 1 },
        },
      },
    });
    const erased = await findWorkspaces.run(admin.sessionHash, { q: "", state: "erased", after: "" }, now);
    expect(erased.ok && erased.value.value.tombstones.some((one) => one.id === id)).toBe(true);
  });

  it("can be stopped until then, and leaves the workspace as it was", async () => {
    for (const before of ["active", "suspended"] as const) {
      const { slug, id } = await anOrganisation();
      if (before === "suspended") await step(slug, "suspend");
      await step(slug, "close");
      expect(await step(slug, "keep")).toMatchObject({ ok: true });
      expect(await stateOf(id)).toBe(before);
      expect(await endWorkspaces(later(60))).toEqual({ reminded: 0, erased: 0 });
    }
  });

  it("counts its days where the organisation is", async () => {
    const { slug, id } = await anOrganisation();
    await systemClient().workspace.update({ where: { id }, data: { timeZone: "Pacific/Auckland" } });
    await step(slug, "close");
    const { eraseOn } = await systemClient().workspace.findUniqueOrThrow({ where: { id } });
    expect(eraseOn?.toISOString().slice(0, 10)).toBe("2026-12-23");
    await step(slug, "keep");
  });
});

describe("steps that do not fit", () => {
  it.each([
    ["resume", "active"],
    ["keep", "active"],
    ["suspend", "suspended"],
    ["keep", "suspended"],
    ["suspend", "closing"],
    ["resume", "closing"],
    ["close", "closing"],
    ["erase", "active"],
    ["erase", "closing"],
  ] as const)("%s of an %s workspace", async (taken, state) => {
    const { slug, id } = await anOrganisation();
    if (state === "suspended") await step(slug, "suspend");
    if (state === "closing") await step(slug, "close");
    expect(await step(slug, taken)).toMatchObject({
      ok: false,
      errors: [{ field: "step", code: "does_not_fit" }],
    });
    expect(await stateOf(id)).toBe(state);
    if (state === "closing") await step(slug, "keep");
  });

  it("two admins at once: one of them is told", async () => {
    const { slug } = await anOrganisation();
    const results = await Promise.all([step(slug, "suspend"), step(slug, "suspend")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toMatchObject([{ errors: [{ code: "does_not_fit" }] }]);
  });
});

describe("the end of a workspace", () => {
  it("is set by nobody's hand", async () => {
    const { id } = await anOrganisation();
    for (const data of [
      { eraseOn: now },
      { closingOn: now },
      { erasureAskedAt: now },
      { erasureAskedBy: randomUUID() },
      { closingFrom: "active" as const },
    ])
      await expect(systemClient().workspace.update({ where: { id }, data })).rejects.toThrow(
        /not set by hand/,
      );
  });
});

describe("the day of the last change", () => {
  it("is the day a member changed something, by the organisation's calendar, and never an admin's", async () => {
    const member = await aMember("editor");
    const { id, slug } = member.workspace;
    const day = async () =>
      (await systemClient().workspace.findUniqueOrThrow({ where: { id } })).lastActiveOn
        ?.toISOString()
        .slice(0, 10);
    await step(slug, "suspend");
    await step(slug, "resume");
    expect(await day()).toBeUndefined();
    expect(await look.run(member.key, {}, now)).toMatchObject({ ok: true });
    expect(await day()).toBeUndefined();
    await addBody.run(member.key, {}, now);
    expect(await day()).toBe(new Intl.DateTimeFormat("sv", { timeZone: "Europe/London" }).format(new Date()));
  });

  it("is written once, however many change something at the same time", async () => {
    const member = await aMember("editor");
    const results = await Promise.all(Array.from({ length: 8 }, () => addBody.run(member.key, {}, now)));
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
});
