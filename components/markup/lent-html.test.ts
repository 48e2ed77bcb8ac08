import { afterEach, describe, expect, it, vi } from "vitest";
import { lendHtml, takeHtml } from "./lent-html";

describe("HTML that is lent", () => {
  afterEach(() => vi.useRealTimers());

  it("is taken once, by its own name", () => {
    const [one, other] = [lendHtml("<p>one</p>"), lendHtml("<p>other</p>")];
    expect(takeHtml(other)).toBe("<p>other</p>");
    expect(takeHtml(one)).toBe("<p>one</p>");
    expect(() => takeHtml(one)).toThrow("taken already");
  });

  it("is forgotten when nobody comes for it", () => {
    vi.useFakeTimers();
    const name = lendHtml("<p>one</p>");
    vi.advanceTimersByTime(60_000);
    expect(() => takeHtml(name)).toThrow("in time");
  });
});
