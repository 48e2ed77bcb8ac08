import { describe, expect, it } from "vitest";
import { possibleSteps } from "./workspace-life";

const facts = { members: 3, erasureAsked: false, ending: false };

describe("the steps of a workspace", () => {
  it.each([
    ["invited", []],
    ["active", ["suspend", "close"]],
    ["suspended", ["resume", "close"]],
    ["closing", ["keep"]],
    ["erased", []],
  ] as const)("of an %s one", (state, steps) => {
    expect(possibleSteps({ ...facts, state })).toEqual(steps);
  });

  it("hold erasing only where an owner asked, or nobody ever came in", () => {
    expect(possibleSteps({ ...facts, state: "active", erasureAsked: true })).toContain("erase");
    expect(possibleSteps({ ...facts, state: "invited", members: 0 })).toEqual(["erase"]);
    expect(possibleSteps({ ...facts, state: "closing" })).not.toContain("erase");
  });

  it("are over once its end is on its way", () => {
    expect(possibleSteps({ ...facts, state: "closing", erasureAsked: true, ending: true })).toEqual([]);
  });
});
