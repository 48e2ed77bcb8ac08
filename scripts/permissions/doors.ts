import { exportedActions, filesBelow, importsOf } from "./source";

/** A way in: a page, a route handler, a form's action, a job or a command. */
export type Door = { kind: "page" | "route" | "action" | "job" | "command"; name: string };

/** The address of a page or a route: its folders below app/, groups left out. */
export function addressOf(file: string): string {
  const folders = file.replace(/^app/, "").replace(/\/(page\.tsx|route\.ts)$/, "");
  return folders.replace(/\/\([^)]+\)/g, "") || "/";
}

type Definition = { name: string; file: string };

/** Which doors lead to each use case: by `file name`, looked up in what files import. */
export function findDoors(useCases: readonly Definition[]): Map<string, Door[]> {
  const defined = new Map<string, Set<string>>();
  for (const { file, name } of useCases) defined.set(file, (defined.get(file) ?? new Set()).add(name));
  const doors = new Map<string, Door[]>();
  const add = (file: string, name: string, door: Door) => {
    const key = `${file} ${name}`;
    const known = doors.get(key) ?? [];
    if (!known.some((one) => one.kind === door.kind && one.name === door.name))
      doors.set(key, [...known, door]);
  };

  /** The use cases a file takes, itself or through helpers of lib/features that define none. */
  const reached = (file: string, seen = new Set<string>()): Definition[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    return importsOf(file).flatMap(({ names, file: from }): Definition[] => {
      const here = defined.get(from);
      if (here) return names.filter((name) => here.has(name)).map((name) => ({ name, file: from }));
      const helper = from.startsWith("lib/features/") && !from.endsWith("/actions.ts");
      return helper ? reached(from, seen) : [];
    });
  };

  for (const file of filesBelow("app", /\/(page\.tsx|route\.ts)$/)) {
    const kind = file.endsWith("page.tsx") ? "page" : "route";
    for (const one of reached(file)) add(one.file, one.name, { kind, name: addressOf(file) });
  }
  for (const file of filesBelow("lib/features", /actions\.ts$/)) {
    const taken = reached(file);
    for (const { name, text } of exportedActions(file))
      for (const one of taken)
        if (new RegExp(`\\b${one.name}\\b`).test(text)) add(one.file, one.name, { kind: "action", name });
  }
  for (const file of filesBelow("lib/features/jobs", /\.ts$/))
    for (const one of reached(file)) add(one.file, one.name, { kind: "job", name: one.name });
  for (const file of filesBelow("scripts", /^scripts\/[^/]+\.ts$/))
    for (const one of reached(file)) add(one.file, one.name, { kind: "command", name: file });
  return doors;
}
