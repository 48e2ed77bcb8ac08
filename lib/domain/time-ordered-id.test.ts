import { expect, test } from "vitest";
import { z } from "zod";
import { timeOrderedId } from "./time-ordered-id";

test("ids sort in the order they were made in, also within a millisecond, and say when", () => {
  const before = Date.now();
  const ids = Array.from({ length: 10_000 }, timeOrderedId);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100)) expect(z.uuidv7().safeParse(id).success).toBe(true);
  const [first = ""] = ids;
  expect(Number.parseInt(first.replace("-", "").slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
});
