import { describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { withWorkspace } from "@/lib/db/doors";
import { TOPICS } from "@/lib/domain/taxonomy";
import { openFirstAdmin } from "@/lib/features/sign-in/open-first-admin";
import { openWorkspace } from "@/lib/features/workspaces/open-workspace";
import { keyTo, signedInPerson } from "@/tests/factories/member";

describe("opening a workspace", () => {
  it("makes it with its owner, the shared topics and the longer period of universities", async () => {
    const owner = await signedInPerson();
    const opened = await openWorkspace({
      slug: "lakeside",
      name: " Lakeside Forum ",
      ownerEmail: owner.user.email.toUpperCase(),
    });
    expect(opened).toEqual({ ok: true, value: { slug: "lakeside", ownerEmail: owner.user.email } });

    const seen = await withWorkspace(
      keyTo(owner.sessionHash, "lakeside"),
      { wantsWrite: false, timeoutMs: 5000 },
      async (tx, who) => ({
        name: who.workspace.name,
        role: who.role,
        topics: (await tx.topic.findMany()).map((topic) => topic.key).sort(),
        periods: await tx.answerPeriod.findMany({ select: { bodyKind: true, answerDays: true } }),
      }),
    );
    expect(seen).toEqual({
      name: "Lakeside Forum",
      role: "owner",
      topics: [...TOPICS].sort(),
      periods: [{ bodyKind: "university", answerDays: 365 }],
    });
  });

  it("stands in the platform's own trail, by its id alone", async () => {
    await openWorkspace({ slug: "creekside", name: "Creekside", ownerEmail: "creek@example.org" });
    const { id } = await systemClient().workspace.findUniqueOrThrow({ where: { slug: "creekside" } });
    const events = await systemClient().platformEvent.findMany({ where: { workspaceId: id } });
    expect(events).toMatchObject([{ kind: "workspace.opened", actorId: null, detail: {} }]);
  });

  it("opens an account for an owner nobody knew", async () => {
    await openWorkspace({ slug: "hillside", name: "Hillside", ownerEmail: "new-owner@example.org" });
    expect(await systemClient().user.count({ where: { email: "new-owner@example.org" } })).toBe(1);
  });

  it.each([
    [{ slug: "Lake Side" }, "slug", "not_a_slug"],
    [{ slug: "-lake" }, "slug", "not_a_slug"],
    [{ slug: "x".repeat(61) }, "slug", "not_a_slug"],
    [{ name: "  " }, "name", "required"],
    [{ name: "x".repeat(201) }, "name", "too_long"],
    [{ ownerEmail: "amina" }, "ownerEmail", "not_an_email"],
  ])("refuses %j", async (wrong, field, code) => {
    const opened = await openWorkspace({
      slug: "riverbank",
      name: "Riverbank",
      ownerEmail: "amina@example.org",
      ...wrong,
    });
    expect(opened).toMatchObject({ ok: false, errors: [{ field, code }] });
    expect(await systemClient().workspace.count({ where: { slug: "riverbank" } })).toBe(0);
  });

  it("refuses a slug that is taken, and changes nothing", async () => {
    await openWorkspace({ slug: "bayside", name: "Bayside", ownerEmail: "first@example.org" });
    const again = await openWorkspace({ slug: "bayside", name: "Other", ownerEmail: "second@example.org" });
    expect(again).toMatchObject({ ok: false, errors: [{ field: "slug", code: "already_used" }] });
    expect(await systemClient().user.count({ where: { email: "second@example.org" } })).toBe(0);
  });
});

describe("signing in from the command line", () => {
  it("makes the first admin, once", async () => {
    expect(await openFirstAdmin("admin@example.org")).toBe("first_admin");
    expect(await openFirstAdmin("admin@example.org")).toBe("known");
    expect(await openFirstAdmin("another@example.org")).toBeNull();
    expect(await systemClient().user.count({ where: { isPlatformAdmin: true } })).toBe(1);
  });
});
