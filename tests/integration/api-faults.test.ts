import { describe, expect, it } from "vitest";
import { faultAnswer } from "@/lib/access/api";

describe("a fault", () => {
  const coded = (code: string, message = "something of the database's") =>
    Object.assign(new Error(message), { code });

  it.each([
    coded("57P03", "the database system is starting up"),
    coded("57P01"),
    coded("08006"),
    coded("53300"),
    coded("ECONNREFUSED"),
    coded("transaction_timeout"),
    coded("P2028"),
    new Error("Connection terminated unexpectedly"),
    new Error("timeout exceeded when trying to connect"),
  ])("of a database that is away asks to come again: %s", async (error) => {
    const answer = faultAnswer(error);
    expect({ status: answer.status, again: answer.headers.get("Retry-After") }).toEqual({
      status: 503,
      again: "5",
    });
    expect(await answer.text()).not.toContain(error.message);
  });

  it.each([coded("22012"), coded("XX000"), new Error("a bug"), null])(
    "of ours is none of that: %s",
    (error) => {
      expect(faultAnswer(error).status).toBe(500);
    },
  );
});
