import { beforeAll, describe, expect, it } from "vitest";
import { findAdminUseCases } from "@/tests/factories/find-use-cases";
import { aMember, signedInPerson } from "@/tests/factories/member";

// Every use case of platform admins, found in the code and tried by those who are none.

const useCases = await findAdminUseCases();
const now = new Date();
/** The page where a second factor is set up and shown comes before there is one. */
const BEFORE_SECOND_FACTOR = ["beginSetUp", "confirmSetUp", "openSecondFactor", "showCode"];

describe("every use case of platform admins", () => {
  const sessions: Record<string, string> = {};
  beforeAll(async () => {
    const owner = await aMember("owner");
    sessions.owner = owner.sessionHash;
    sessions.viewer = (await aMember("viewer", owner.workspace)).sessionHash;
    sessions.officer = (await signedInPerson()).sessionHash;
    sessions.ended = (await signedInPerson({ isPlatformAdmin: true, expiresIn: -3600 })).sessionHash;
    sessions.unproved = (await signedInPerson({ isPlatformAdmin: true, secondFactorAt: null })).sessionHash;
    const longAgo = new Date(now.getTime() - 3_600_000);
    sessions.stale = (await signedInPerson({ isPlatformAdmin: true, secondFactorAt: longAgo })).sessionHash;
  });

  it("is found", () => {
    expect(useCases.length).toBeGreaterThan(5);
  });

  describe.each(useCases)("$name", ({ name, run, confirm }) => {
    const code = async (who: string) => {
      const result = await run(sessions[who] ?? "", {}, now);
      return result.ok ? "let in" : result.code;
    };

    it("is closed to a stranger and to a session that ended", async () => {
      expect([await code("nobody"), await code("ended")]).toEqual(["signed_out", "signed_out"]);
    });

    it("is not there for an owner, a viewer or an officer", async () => {
      expect([await code("owner"), await code("viewer"), await code("officer")]).toEqual(
        Array(3).fill("not_found"),
      );
    });

    it("asks an admin for the second factor, for a dangerous act again", async () => {
      if (BEFORE_SECOND_FACTOR.includes(name)) return;
      expect(await code("unproved")).toBe("second_factor");
      if (confirm === "fresh") expect(await code("stale")).toBe("second_factor");
      else expect(await code("stale")).not.toBe("second_factor");
    });
  });
});
