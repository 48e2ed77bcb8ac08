import { describe, expect, it } from "vitest";
import { exportedActions, filesBelow, readSource } from "@/scripts/permissions/source";
import { OWN_ACTIONS } from "./own-actions";

// A server action is an address that anybody can post to. Each one goes through an adapter, which goes through a use
// case, or is listed in own-actions.ts with the reason why not.

const ADAPTER = /\b(workspaceAction|workspaceCommand|adminAction)\(/;
const ANYWHERE = ["app", "components", "lib"].flatMap((folder) => filesBelow(folder, /\.tsx?$/));
const SERVER_FILES = ANYWHERE.filter((file) => /^\s*["']use server["']/.test(readSource(file)));
const ACTIONS = SERVER_FILES.flatMap((file) => exportedActions(file).map((action) => ({ file, ...action })));

describe("server actions", () => {
  it("are written in actions files of lib/features and nowhere else", () => {
    expect(SERVER_FILES.length).toBeGreaterThan(10);
    expect(SERVER_FILES.filter((file) => !/^lib\/features\/[\w-]+\/[\w-]*actions\.ts$/.test(file))).toEqual(
      [],
    );
    const inline = ANYWHERE.filter((file) => !SERVER_FILES.includes(file)).filter((file) =>
      /^\s+["']use server["'];?$/m.test(readSource(file)),
    );
    expect(inline).toEqual([]);
  });

  it.each(SERVER_FILES)(
    "%s exports plain async functions and types only, so that each one is seen here",
    (file) => {
      const exported = [...readSource(file).matchAll(/^export (?!type |interface )(.*)$/gm)].map(
        ([, what]) => what,
      );
      expect(exported.filter((what) => !what?.startsWith("async function "))).toEqual([]);
      expect(exported).toHaveLength(exportedActions(file).length);
    },
  );

  it.each(ACTIONS)("$name goes through an adapter, or says why not", ({ name, text }) => {
    const adapters = ADAPTER.test(text);
    const reason = Object.hasOwn(OWN_ACTIONS, name);
    expect({ name, adapters, reason }).toEqual({ name, adapters: !reason, reason });
  });

  it("all have names of their own, and no reason is left of one that went", () => {
    const names = ACTIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(OWN_ACTIONS).filter((name) => !names.includes(name))).toEqual([]);
  });
});
