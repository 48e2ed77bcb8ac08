import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { POST } from "@/app/api/v1/workspaces/[slug]/consultations/route";
import { sessionCookieName } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { may, type Role, type Scope } from "@/lib/domain/permissions";
import { OPERATIONS } from "@/lib/features/api/operations/all";
import { aToken, call } from "@/tests/factories/api";
import { apiHandlers, apiRouteFiles } from "@/tests/factories/api-handlers";
import { aMember, signedInPerson } from "@/tests/factories/member";

// Every address of the API from outside: another organisation's owner, a viewer, somebody who holds a link to a view,
// a platform admin and a stranger. A new route that is not among the described calls fails here.

/** Addresses that show nothing of anybody: the description, and what is no address. */
const OPEN = ["/openapi.json", "/[...rest]"];
const NEEDS: Record<Role, Scope> = {
  viewer: "record:read",
  editor: "record:write",
  owner: "settings:manage",
};
const CANARY = "Canary in the coal mine";

type Home = Awaited<ReturnType<typeof aToken>>;
let home: Home;
let neighbour: Home;
let viewer: Home;
let admin: Awaited<ReturnType<typeof signedInPerson>>;
let officer: Awaited<ReturnType<typeof signedInPerson>>;
let id = "";

beforeAll(async () => {
  home = await aToken("owner");
  neighbour = await aToken("owner");
  viewer = await aToken("viewer", home.workspace);
  admin = await signedInPerson({ isPlatformAdmin: true });
  officer = await signedInPerson();
  const body = { title: CANARY, publicBody: "Council", startsOn: "2026-01-10" };
  const params = { slug: home.workspace.slug };
  const made = await call(POST, "POST", "/x", { token: home.token, params, body });
  id = z.looseObject({ id: z.string() }).parse(made.body).id;
});

async function ask(operationId: string, who: { token?: string; headers?: Record<string, string> }) {
  const operation = OPERATIONS.find((one) => one.id === operationId);
  const handler = (await apiHandlers())[operationId];
  if (!operation || !handler) throw new Error(`no ${operationId}`);
  const params = { slug: home.workspace.slug, id };
  const body = operation.form ? new FormData() : operation.body ? { id: randomUUID() } : undefined;
  return call(handler, operation.method, "/x", { ...who, params, ...(body && { body }) });
}

const session = (token: string) => ({
  headers: { cookie: `${sessionCookieName()}=${token}`, "sec-fetch-site": "same-origin" },
});

describe("every address of the API", () => {
  it("is described, with each of its methods", async () => {
    const paths = new Set(OPERATIONS.map(({ path }) => path));
    expect(apiRouteFiles().filter(({ path }) => !paths.has(path) && !OPEN.includes(path))).toEqual([]);
    const files = apiRouteFiles().map(({ path }) => path);
    expect([...paths].filter((path) => !files.includes(path))).toEqual([]);
    expect(Object.keys(await apiHandlers()).sort()).toEqual(OPERATIONS.map((one) => one.id).sort());
  });
});

describe.each(OPERATIONS.map(({ id: name, needs, method }) => ({ name, needs, method })))(
  "$name",
  ({ name, needs, method }) => {
    it("is not there for another organisation's owner", async () => {
      for (const who of [{ token: neighbour.token }, session(neighbour.owner.token)]) {
        const answer = await ask(name, who);
        expect(answer.status).toBe(method === "GET" || who === undefined || "token" in who ? 404 : 401);
        expect(answer.text).not.toContain(CANARY);
      }
    });

    it("lets a viewer do no more than a viewer may", async () => {
      const answer = await ask(name, { token: viewer.token });
      expect(answer.status === 403).toBe(!may("viewer", NEEDS[needs]));
    });

    it("is closed to strangers, to who holds a link, and to platform admins", async () => {
      for (const who of [{}, { token: "a".repeat(43) }, session("nobody")])
        expect((await ask(name, who)).status).toBe(401);
      for (const person of [officer, admin]) {
        const answer = await ask(name, session(person.token));
        expect(answer.status).toBe(method === "GET" ? 404 : 401);
        expect(answer.text).not.toContain(CANARY);
      }
    });

    it("does nothing for a token that was stopped, ran out, or whose organisation is suspended", async () => {
      for (const dead of [
        await aToken("owner", home.workspace, { revoked: true }),
        await aToken("owner", home.workspace, { days: -1 }),
      ])
        expect((await ask(name, { token: dead.token })).status).toBe(401);
      const member = await aMember("owner");
      const paused = await aToken("owner", member.workspace);
      await systemClient().workspace.update({
        where: { id: member.workspace.id },
        data: { state: "suspended" },
      });
      expect((await ask(name, { token: paused.token })).status).toBe(401);
    });
  },
);
