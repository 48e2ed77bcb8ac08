import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Key } from "@/lib/db/doors";
import { may, SCOPES } from "@/lib/domain/permissions";
import { type AnyUseCase, findUseCases } from "@/tests/factories/find-use-cases";
import { aMember, keyTo, signedInPerson } from "@/tests/factories/member";
import { aShare } from "@/tests/factories/share";
import { testDatabase } from "@/tests/setup/database";

// Every use case there is, found in the code: a new one is covered the day it is written.

/** Changes that are nobody else's business, or steps between events that are recorded. */
const UNAUDITED = new Set([
  // What somebody typed and did not save is theirs alone.
  "discardDraft",
  // The same, typed by a page of theirs.
  "fillFromLink",
  // An import is recorded when it is uploaded, started, finished and discarded; these prepare it or carry it on.
  "beginUpload",
  "stageRows",
  "matchColumns",
  "setMapping",
  "failImport",
  "resumeImport",
]);

const useCases = await findUseCases();
const now = new Date("2026-11-23T12:00:00Z");

async function outcome(useCase: AnyUseCase, key: Key): Promise<string> {
  const result = await useCase.run(key, {}, now);
  return result.ok ? "let in" : result.code;
}

describe("every use case", () => {
  let home: Awaited<ReturnType<typeof aMember>>;
  let viewer: Awaited<ReturnType<typeof aMember>>;
  let neighbour: Awaited<ReturnType<typeof aMember>>;
  let admin: Awaited<ReturnType<typeof signedInPerson>>;
  let ended: Awaited<ReturnType<typeof signedInPerson>>;
  /** Reads what was released to their address, and is a member of nothing. */
  let officer: Awaited<ReturnType<typeof signedInPerson>>;
  let removed: Awaited<ReturnType<typeof aMember>>;

  beforeAll(async () => {
    home = await aMember("owner");
    viewer = await aMember("viewer", home.workspace);
    neighbour = await aMember("owner");
    admin = await signedInPerson({ isPlatformAdmin: true });
    ended = await signedInPerson({ expiresIn: -1 });
    officer = await signedInPerson();
    removed = await aMember("owner", home.workspace);
    const db = new pg.Client({ connectionString: testDatabase().owner });
    await db.connect();
    await aShare(db, home.workspace.id, { email: officer.user.email });
    await db.query("DELETE FROM memberships WHERE user_id = $1", [removed.user.id]);
    await db.end();
  });

  it("is found", () => {
    expect(useCases.length).toBeGreaterThan(5);
  });

  describe.each(useCases)("$name", (useCase) => {
    it("declares a permission that exists and says what it audits", () => {
      expect(SCOPES).toContain(useCase.permission);
      if (useCase.permission === "record:read") expect(useCase.audit).toBe("none");
      else if (!UNAUDITED.has(useCase.name)) expect(useCase.audit).not.toHaveLength(0);
    });

    it("is closed to a stranger and to a session that ended", async () => {
      expect(await outcome(useCase, keyTo("no such session", home.workspace.slug))).toBe("signed_out");
      expect(await outcome(useCase, keyTo(ended.sessionHash, home.workspace.slug))).toBe("signed_out");
    });

    it("is not there for another organisation's owner, nor for a platform admin", async () => {
      expect(await outcome(useCase, keyTo(neighbour.sessionHash, home.workspace.slug))).toBe("not_found");
      expect(await outcome(useCase, keyTo(admin.sessionHash, home.workspace.slug))).toBe("not_found");
      expect(await outcome(useCase, keyTo(home.sessionHash, "no-such-place"))).toBe("not_found");
    });

    it("is not there for an officer with a view of this organisation, nor for somebody who was removed", async () => {
      expect(await outcome(useCase, keyTo(officer.sessionHash, home.workspace.slug))).toBe("not_found");
      expect(await outcome(useCase, removed.key)).toBe("not_found");
    });

    it("lets a viewer do no more than a viewer may", async () => {
      const answer = await outcome(useCase, viewer.key);
      if (may("viewer", useCase.permission)) expect(answer).not.toBe("forbidden");
      else expect(answer).toBe("forbidden");
    });
  });
});
