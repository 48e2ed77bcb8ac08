import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { addPasskey } from "@/lib/features/passkeys/add-passkey";
import { beginAdding } from "@/lib/features/passkeys/begin-adding";
import { keepChallenge, takeChallenge } from "@/lib/features/passkeys/challenges";
import { findPasskeys, removePasskey } from "@/lib/features/passkeys/manage-passkeys";
import { relyingParty } from "@/lib/features/passkeys/relying-party";
import { beginSignIn, checkPasskey } from "@/lib/features/passkeys/sign-in-with-passkey";
import { aMember, signedInPerson } from "@/tests/factories/member";

// Passkeys without a browser: challenges, limits, whose key it is. Real signatures are in tests/e2e/passkeys.spec.ts.

function aKey(userId: string, name = "My phone") {
  return systemClient().passkey.create({
    data: { userId, name, credentialId: randomUUID(), publicKey: new Uint8Array([1, 2, 3]) },
  });
}

/** An answer of the right shape that nobody signed. */
function unsigned(id: string, challenge: string) {
  const clientData = { type: "webauthn.get", challenge, origin: relyingParty().origin };
  const text = Buffer.from(JSON.stringify(clientData)).toString("base64url");
  return {
    id,
    rawId: id,
    type: "public-key",
    clientExtensionResults: {},
    response: { clientDataJSON: text, authenticatorData: "AAAA", signature: "AAAA" },
  };
}

describe("challenges", () => {
  it("are answered once", async () => {
    await keepChallenge("once", null);
    expect(await takeChallenge("once", null)).toBe(true);
    expect(await takeChallenge("once", null)).toBe(false);
  });

  it("answer nobody but the person they were made for", async () => {
    const { user } = await signedInPerson();
    const { user: other } = await signedInPerson();
    await keepChallenge("hers", user.id);
    expect(await takeChallenge("hers", other.id)).toBe(false);
    expect(await takeChallenge("hers", null)).toBe(false);
    expect(await takeChallenge("hers", user.id)).toBe(true);
  });

  it("are too old after five minutes, and are swept away", async () => {
    const expires = new Date(Date.now() - 1);
    await systemClient().passkeyChallenge.create({ data: { challenge: "old", expires } });
    expect(await takeChallenge("old", null)).toBe(false);
    await keepChallenge("new", null);
    expect(await systemClient().passkeyChallenge.count({ where: { challenge: "old" } })).toBe(0);
  });

  it("are one each when two answers come at once", async () => {
    await keepChallenge("race", null);
    const taken = await Promise.all([takeChallenge("race", null), takeChallenge("race", null)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});

describe("signing in", () => {
  it("tells a stranger nobody's keys", async () => {
    await aKey((await signedInPerson()).user.id);
    const begun = await beginSignIn("somebody");
    expect(begun).toMatchObject({ ok: true, value: { rpId: "localhost", userVerification: "required" } });
    expect(begun.ok && begun.value.allowCredentials).toBeFalsy();
  });

  it("refuses an unsigned answer, and uses its challenge up", async () => {
    const { user } = await signedInPerson();
    const key = await aKey(user.id);
    const begun = await beginSignIn("forger");
    const challenge = begun.ok ? begun.value.challenge : "";
    expect(await checkPasskey(unsigned(key.credentialId, challenge), "forger")).toMatchObject({ ok: false });
    expect(await takeChallenge(challenge, null)).toBe(false);
  });

  it.each([null, "text", {}, { id: "x" }, unsigned("unknown", "x")])("refuses %j", async (answer) => {
    expect(await checkPasskey(answer, randomUUID())).toMatchObject({ ok: false });
  });

  it("stops after sixty tries an hour, and says how long to wait", async () => {
    for (let tries = 0; tries < 60; tries++) await checkPasskey(null, "busy");
    const answer = await checkPasskey(null, "busy");
    expect(answer).toMatchObject({ ok: false, code: "too_many_requests" });
    expect(!answer.ok && answer.retryAfterSeconds).toBeGreaterThan(3000);
  });
});

describe("a person's keys", () => {
  it("are their own: nobody else sees or removes them", async () => {
    const { user } = await signedInPerson();
    const { user: other } = await signedInPerson();
    const key = await aKey(user.id);
    expect(await findPasskeys(other.id)).toEqual([]);
    expect(await removePasskey(other.id, key.id)).toBe(false);
    expect(await findPasskeys(user.id)).toMatchObject([{ id: key.id, name: "My phone", usedOn: null }]);
    expect(await removePasskey(user.id, key.id)).toBe(true);
    expect(await findPasskeys(user.id)).toEqual([]);
  });

  it("go with the person", async () => {
    const { user } = await signedInPerson();
    await aKey(user.id);
    await systemClient().user.delete({ where: { id: user.id } });
    expect(await systemClient().passkey.count({ where: { userId: user.id } })).toBe(0);
  });

  it("are not offered again on the device that has one", async () => {
    const { user } = await aMember("editor");
    const key = await aKey(user.id);
    const begun = await beginAdding({ id: user.id, email: user.email, name: "Amina" });
    expect(begun).toMatchObject({ ok: true, value: { excludeCredentials: [{ id: key.credentialId }] } });
  });

  it.each([
    ["", "required"],
    ["   ", "required"],
    ["x".repeat(61), "too_long"],
  ])("need a name: %j", async (name, code) => {
    const { user } = await signedInPerson();
    expect(await addPasskey(user.id, name, {})).toMatchObject({ errors: [{ field: "name", code }] });
  });
});

describe("where passkeys belong", () => {
  it("is the host of the address people open; a number becomes localhost", () => {
    expect(relyingParty()).toEqual({ id: "localhost", origin: "http://localhost:3000" });
  });
});
