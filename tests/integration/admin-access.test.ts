import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { systemClient } from "@/lib/db/clients";
import { keepPersonDraft } from "@/lib/db/person-drafts";
import { done, refused } from "@/lib/domain/result";
import { findPersonDraft } from "@/lib/features/drafts/find-person-draft";
import { aMember, anOrganisation, signedInPerson } from "@/tests/factories/member";

// What holds for every act of a platform admin, whatever it is.

const NOW = new Date();
const schema = z.strictObject({ name: z.string().min(1, "required") });
const look = defineAdminUseCase({ audit: "none", schema, confirm: "none" }, async ({ tx }, { name }) => {
  if (name === "write") await tx.personDraft.deleteMany();
  return done(name);
});
const open = defineAdminUseCase(
  { audit: ["workspace.opened"], schema, confirm: "none" },
  async ({ tx, record }, { name }) => {
    const { id } = await tx.workspace.create({ data: { slug: name, name } });
    if (name === "refuse") return refused("name", "required");
    if (name !== "silent") await record({ kind: "workspace.opened", workspaceId: id, detail: {} });
    return done(id);
  },
);

const anAdmin = () => signedInPerson({ isPlatformAdmin: true });

describe("an act of a platform admin", () => {
  it("is for platform admins alone", async () => {
    const { sessionHash: stranger } = await signedInPerson();
    const { sessionHash: owner } = await aMember("owner");
    const { sessionHash: admin } = await anAdmin();
    const { sessionHash: expired } = await signedInPerson({ isPlatformAdmin: true, expiresIn: -60 });
    expect(await look.run("", { name: "x" }, NOW)).toMatchObject({ code: "signed_out" });
    expect(await look.run(expired, { name: "x" }, NOW)).toMatchObject({ code: "signed_out" });
    for (const hash of [stranger, owner])
      expect(await look.run(hash, { name: "x" }, NOW)).toMatchObject({ code: "not_found" });
    expect(await look.run(admin, { name: "x" }, NOW)).toMatchObject({ ok: true, value: { value: "x" } });
  });

  it("that only looks can write nothing, at the database", async () => {
    const { sessionHash } = await anAdmin();
    await expect(look.run(sessionHash, { name: "write" }, NOW)).rejects.toThrow(/read-only/);
  });

  it("stands in the platform's trail with who did it", async () => {
    const { sessionHash, user } = await anAdmin();
    const opened = await open.run(sessionHash, { name: "lakeside" }, NOW);
    const events = await systemClient().platformEvent.findMany({ where: { actorId: user.id } });
    expect(events).toMatchObject([
      { kind: "workspace.opened", workspaceId: opened.ok && opened.value.value },
    ]);
  });

  it("does not happen without an event, or when it is refused", async () => {
    const { sessionHash } = await anAdmin();
    await expect(open.run(sessionHash, { name: "silent" }, NOW)).rejects.toThrow(/without an event/);
    expect(await open.run(sessionHash, { name: "refuse" }, NOW)).toMatchObject({ code: "invalid" });
    expect(await open.run(sessionHash, { name: "" }, NOW)).toMatchObject({
      errors: [{ field: "name", code: "required" }],
    });
    expect(await systemClient().workspace.count({ where: { slug: { in: ["silent", "refuse"] } } })).toBe(0);
  });

  it("keeps what was typed until it is saved", async () => {
    const { sessionHash, user } = await anAdmin();
    await keepPersonDraft(sessionHash, "open", { values: { name: ["Lake"] }, errors: [], code: "invalid" });
    const kept = () => findPersonDraft(systemClient(), user.id, "open");
    expect(await kept()).toMatchObject({ values: { name: ["Lake"] } });
    await open.run(sessionHash, { name: "lake" }, NOW, { form: "open" });
    expect(await kept()).toBeNull();
  });
});

describe("the platform's trail", () => {
  it("is append-only for the role that writes it", async () => {
    const { id } = await anOrganisation();
    await systemClient().platformEvent.create({ data: { kind: "workspace.opened", workspaceId: id } });
    await expect(systemClient().platformEvent.deleteMany()).rejects.toThrow(/permission denied/);
    await expect(systemClient().platformEvent.updateMany({ data: { kind: "other" } })).rejects.toThrow(
      /permission denied/,
    );
  });
});
