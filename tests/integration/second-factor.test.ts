import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type AdminUseCase, defineAdminUseCase } from "@/lib/access/admin";
import { systemClient } from "@/lib/db/clients";
import { done } from "@/lib/domain/result";
import { codeAt } from "@/lib/features/second-factor/app-codes";
import { beginSetUp } from "@/lib/features/second-factor/begin-set-up";
import { confirmSetUp } from "@/lib/features/second-factor/confirm-set-up";
import { openSecondFactor } from "@/lib/features/second-factor/open-second-factor";
import { renewRecoveryCodes } from "@/lib/features/second-factor/renew-recovery-codes";
import { resetSecondFactor } from "@/lib/features/second-factor/reset-second-factor";
import { seal, unseal } from "@/lib/features/second-factor/secret-box";
import { showCode } from "@/lib/features/second-factor/show-code";
import { signedInPerson } from "@/tests/factories/member";

// The tests run outside of demo mode, as an installation that serves people does.

const START = new Date("2026-11-23T12:00:00Z");
/** Sessions outlast the tests, whatever the clock of the machine says. */
const MONTH = 30 * 24 * 3600;
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

const look = defineAdminUseCase({ audit: "none", schema: z.strictObject({}), confirm: "none" }, async () =>
  done("seen"),
);
const dangerous = defineAdminUseCase(
  { audit: ["rate.removed"], schema: z.strictObject({}), confirm: "fresh" },
  async ({ nothingChanged }) => {
    nothingChanged();
    return done("did it");
  },
);

async function run<S extends z.ZodType, T>(
  useCase: AdminUseCase<S, T>,
  hash: string,
  input: unknown,
  at = START,
) {
  const result = await useCase.run(hash, input, at);
  return result.ok ? { value: result.value.value } : { code: result.code, error: result.errors[0]?.code };
}

/** A platform admin who has set up an app at START: its secret, and the recovery codes. */
async function anAdmin() {
  const admin = await signedInPerson({ isPlatformAdmin: true, secondFactorAt: null, expiresIn: MONTH });
  await run(beginSetUp, admin.sessionHash, {});
  const opened = await openSecondFactor.run(admin.sessionHash, {}, START);
  const secret = opened.ok ? (opened.value.value.pending?.secret ?? "") : "";
  const confirmed = await confirmSetUp.run(admin.sessionHash, { code: codeAt(secret, START) }, START);
  if (!confirmed.ok) throw new Error(confirmed.code);
  return { ...admin, secret, codes: confirmed.value.value.codes };
}

/** Another session of the same person. */
async function anotherSession(userId: string): Promise<string> {
  const hash = randomBytes(16).toString("hex");
  await systemClient().session.create({
    data: { userId, sessionToken: hash, expires: new Date("2027-06-01T00:00:00Z") },
  });
  return hash;
}

describe("a platform admin without a second factor", () => {
  it("gets to no page and no act, only to where it is set up", async () => {
    const { sessionHash } = await signedInPerson({
      isPlatformAdmin: true,
      secondFactorAt: null,
      expiresIn: MONTH,
    });
    expect(await run(look, sessionHash, {})).toMatchObject({ code: "second_factor" });
    expect(await run(dangerous, sessionHash, {})).toMatchObject({ code: "second_factor" });
    expect(await run(openSecondFactor, sessionHash, {})).toMatchObject({
      value: { demo: false, enrolledAt: null, shown: false, pending: null },
    });
  });

  it("is nobody to a person who is no admin, and to a stranger", async () => {
    const { sessionHash } = await signedInPerson({ expiresIn: MONTH });
    for (const useCase of [openSecondFactor, beginSetUp, look, dangerous] as const) {
      expect(await run<z.ZodType, unknown>(useCase, sessionHash, {})).toMatchObject({ code: "not_found" });
      expect(await run<z.ZodType, unknown>(useCase, "nobody", {})).toMatchObject({ code: "signed_out" });
    }
  });
});

describe("setting up an app", () => {
  it("counts once the app has shown a code, and lets this session in", async () => {
    const { sessionHash, user } = await signedInPerson({
      isPlatformAdmin: true,
      secondFactorAt: null,
      expiresIn: MONTH,
    });
    await run(beginSetUp, sessionHash, {});
    const opened = await openSecondFactor.run(sessionHash, {}, START);
    if (!opened.ok) throw new Error(opened.code);
    const { secret, address } = opened.value.value.pending ?? { secret: "", address: "" };
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(address).toContain(`secret=${secret}`);
    expect(address).toContain(encodeURIComponent(user.email));

    expect(await run(confirmSetUp, sessionHash, { code: "000000" })).toMatchObject({ error: "wrong_code" });
    expect(await run(look, sessionHash, {})).toMatchObject({ code: "second_factor" });
    const good = await run(confirmSetUp, sessionHash, { code: codeAt(secret, START) });
    expect(good).toMatchObject({
      value: { codes: expect.arrayContaining([expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/)]) },
    });
    expect(await run(look, sessionHash, {})).toEqual({ value: "seen" });
  });

  it("keeps neither secret nor recovery codes readable at rest", async () => {
    const { user, secret, codes } = await anAdmin();
    const factor = await systemClient().secondFactor.findUniqueOrThrow({ where: { userId: user.id } });
    const hashes = await systemClient().recoveryCode.findMany({ where: { userId: user.id } });
    const stored = JSON.stringify([factor.secret, factor.pending, hashes]);
    expect(new Set(codes).size).toBe(10);
    for (const word of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(stored).not.toContain(word);
  });

  it("seals for one person, and notices a change", () => {
    const sealed = seal("the secret", "a");
    expect(unseal(sealed, "a")).toBe("the secret");
    expect(unseal(sealed, "b")).toBeNull();
    expect(unseal(`${sealed.slice(0, -2)}AA`, "a")).toBeNull();
    expect(unseal("", "a")).toBeNull();
    expect(seal("the secret", "a")).not.toBe(sealed);
  });
});

describe("showing a code", () => {
  let admin: Awaited<ReturnType<typeof anAdmin>>;
  beforeEach(async () => {
    admin = await anAdmin();
  });

  it("is asked for in every session, and counts in that session alone", async () => {
    const [one, other] = [await anotherSession(admin.user.id), await anotherSession(admin.user.id)];
    expect(await run(look, one, {})).toMatchObject({ code: "second_factor" });
    expect(await run(showCode, one, { code: codeAt(admin.secret, later(60)) }, later(60))).toEqual({
      value: { with: "app" },
    });
    expect(await run(look, one, {}, later(60))).toEqual({ value: "seen" });
    expect(await run(look, other, {}, later(60))).toMatchObject({ code: "second_factor" });
  });

  it("takes a code once, and none from before it", async () => {
    const [one, other] = [await anotherSession(admin.user.id), await anotherSession(admin.user.id)];
    const code = codeAt(admin.secret, later(90));
    expect(await run(showCode, one, { code }, later(90))).toEqual({ value: { with: "app" } });
    expect(await run(showCode, other, { code }, later(95))).toMatchObject({ error: "wrong_code" });
    expect(await run(showCode, other, { code: codeAt(admin.secret, later(60)) }, later(95))).toMatchObject({
      error: "wrong_code",
    });
    expect(await run(showCode, other, { code: codeAt(admin.secret, later(120)) }, later(120))).toEqual({
      value: { with: "app" },
    });
  });

  it("does not take the code that the app was set up with again", async () => {
    const session = await anotherSession(admin.user.id);
    expect(await run(showCode, session, { code: codeAt(admin.secret, START) })).toMatchObject({
      error: "wrong_code",
    });
  });

  it("of two people who send the same code at the same time lets one in", async () => {
    const sessions = await Promise.all([1, 2, 3].map(() => anotherSession(admin.user.id)));
    const code = codeAt(admin.secret, later(60));
    const results = await Promise.all(sessions.map((one) => run(showCode, one, { code }, later(60))));
    expect(results.filter((result) => "value" in result)).toHaveLength(1);
  });

  it("takes each recovery code once, however it is written", async () => {
    const [first = "", second = ""] = admin.codes;
    const session = await anotherSession(admin.user.id);
    expect(await run(showCode, session, { code: first.toUpperCase().replaceAll("-", " ") })).toEqual({
      value: { with: "recovery" },
    });
    const next = await anotherSession(admin.user.id);
    expect(await run(showCode, next, { code: first })).toMatchObject({ error: "wrong_code" });
    expect(await run(showCode, next, { code: second })).toEqual({ value: { with: "recovery" } });
    expect(await run(openSecondFactor, next, {})).toMatchObject({ value: { codesLeft: 8 } });
  });

  it("takes nobody else's codes", async () => {
    const other = await anAdmin();
    const session = await anotherSession(admin.user.id);
    expect(await run(showCode, session, { code: other.codes[0] })).toMatchObject({ error: "wrong_code" });
    expect(await run(showCode, session, { code: codeAt(other.secret, later(60)) }, later(60))).toMatchObject({
      error: "wrong_code",
    });
  });

  it("stops guessing after ten tries, right codes included", async () => {
    const session = await anotherSession(admin.user.id);
    for (let tries = 0; tries < 9; tries++)
      expect(await run(showCode, session, { code: "000000" })).toMatchObject({ error: "wrong_code" });
    const right = codeAt(admin.secret, later(60));
    expect(await run(showCode, session, { code: right }, later(60))).toMatchObject({
      error: "too_many_requests",
    });
  });
});

describe("a dangerous act", () => {
  it("is confirmed when the code is older than ten minutes", async () => {
    const admin = await anAdmin();
    expect(await run(dangerous, admin.sessionHash, {}, later(599))).toEqual({ value: "did it" });
    expect(await run(dangerous, admin.sessionHash, {}, later(601))).toMatchObject({ code: "second_factor" });
    expect(await run(look, admin.sessionHash, {}, later(601))).toEqual({ value: "seen" });
    await run(showCode, admin.sessionHash, { code: codeAt(admin.secret, later(630)) }, later(630));
    expect(await run(dangerous, admin.sessionHash, {}, later(631))).toEqual({ value: "did it" });
  });

  it("is asked for before new recovery codes and another app", async () => {
    const admin = await anAdmin();
    for (const useCase of [renewRecoveryCodes, beginSetUp] as const)
      expect(await run<z.ZodType, unknown>(useCase, admin.sessionHash, {}, later(601))).toMatchObject({
        code: "second_factor",
      });
    const renewed = await renewRecoveryCodes.run(admin.sessionHash, {}, later(60));
    if (!renewed.ok) throw new Error(renewed.code);
    const session = await anotherSession(admin.user.id);
    expect(await run(showCode, session, { code: admin.codes[0] })).toMatchObject({ error: "wrong_code" });
    expect(await run(showCode, session, { code: renewed.value.value.codes[0] })).toMatchObject({
      value: { with: "recovery" },
    });
  });

  it("leaves the earlier app in use until another has shown a code", async () => {
    const admin = await anAdmin();
    await run(beginSetUp, admin.sessionHash, {}, later(60));
    const session = await anotherSession(admin.user.id);
    expect(await run(showCode, session, { code: codeAt(admin.secret, later(60)) }, later(60))).toEqual({
      value: { with: "app" },
    });
  });
});

describe("a lost second factor", () => {
  it("is forgotten from the command line, and asked for anew in every session", async () => {
    const admin = await anAdmin();
    expect(await resetSecondFactor(admin.user.email)).toBe(true);
    expect(await run(look, admin.sessionHash, {})).toMatchObject({ code: "second_factor" });
    expect(await run(openSecondFactor, admin.sessionHash, {})).toMatchObject({
      value: { enrolledAt: null, codesLeft: 0 },
    });
    expect(await resetSecondFactor(admin.user.email)).toBe(false);
    expect(await resetSecondFactor("nobody@example.org")).toBe(false);
    const told = await systemClient().platformEvent.findMany({
      where: { actorId: admin.user.id },
      select: { kind: true },
      orderBy: { at: "asc" },
    });
    expect(told.map(({ kind }) => kind)).toEqual([
      "second_factor.begun",
      "second_factor.set_up",
      "second_factor.reset",
    ]);
  });
});
