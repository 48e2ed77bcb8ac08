import { expect, test } from "vitest";
import { checkNode, missingPackage } from "./install.mjs";

const locked = {
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/a/node_modules/b": { version: "2.0.0", integrity: "sha512-b" },
  "node_modules/tool": { version: "3.0.0", integrity: "sha512-t", dev: true },
  "node_modules/for-another-machine": { version: "4.0.0", optional: true },
};
const a = { "node_modules/a": locked["node_modules/a"] };
const b = { "node_modules/a/node_modules/b": locked["node_modules/a/node_modules/b"] };
const tool = { "node_modules/tool": locked["node_modules/tool"] };

test.each([
  ["all there", { ...a, ...b, ...tool }, true, null],
  ["tools are not needed to start", { ...a, ...b }, false, null],
  ["tools are needed to test", { ...a, ...b }, true, "tool"],
  ["one is missing", { ...a, ...tool }, false, "b"],
  [
    "another version",
    { ...a, "node_modules/a/node_modules/b": { version: "2.0.1", integrity: "sha512-b" } },
    false,
    "b",
  ],
  [
    "other contents",
    { ...a, "node_modules/a/node_modules/b": { version: "2.0.0", integrity: "sha512-x" } },
    false,
    "b",
  ],
  ["nothing", {}, false, "a"],
])("%s", (_, installed, withTools, missing) => {
  expect(missingPackage(locked, installed, { withTools })).toBe(missing);
});

test("an old Node is told which one is needed", () => {
  expect(() => checkNode("18.20.0")).toThrow("This is Node 18.20.0; Followthrough needs Node 20.19 or newer");
  expect(() => checkNode("20.18.1")).toThrow("needs Node 20.19");
  for (const version of ["20.19.0", "22.0.0", "24.1.0"]) checkNode(version);
});
