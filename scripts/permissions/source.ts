import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The top folder of the product. */
export const ROOT = path.resolve(import.meta.dirname ?? ".", "../..");

/** Files below a folder whose name fits, from the top folder, in order. */
export function filesBelow(folder: string, fits: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter((file) => fits.test(file) && !/\.test\.tsx?$|\.d\.ts$|\/generated\//.test(file))
    .sort();
}

export function readSource(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

type Import = { names: string[]; file: string };

const IMPORT = /import\s+(type\s+)?(?:[\w$]+\s*,\s*)?(\{[^}]*\}|[\w$]+)?\s*(?:from\s*)?["']([^"']+)["']/g;

/** What a file takes from other files of ours. Types count for nothing. */
export function importsOf(file: string): Import[] {
  return [...readSource(file).matchAll(IMPORT)].flatMap(([, type, taken = "", from = ""]): Import[] => {
    if (type) return [];
    const base = from.startsWith("@/")
      ? from.slice(2)
      : from.startsWith(".")
        ? path.join(path.dirname(file), from)
        : null;
    if (base === null) return [];
    const found = [base, `${base}.ts`, `${base}.tsx`].find(
      (one) => /\.tsx?$/.test(one) && existsSync(path.join(ROOT, one)),
    );
    if (!found) return [];
    const names = taken
      .replace(/[{}]/g, "")
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one && !one.startsWith("type "))
      .map((one) => one.split(/\s+as\s+/)[0] ?? one);
    return [{ names, file: found }];
  });
}

/** The exported functions of a `"use server"` file, each with its own text. */
export function exportedActions(file: string): { name: string; text: string }[] {
  const source = readSource(file);
  const starts = [...source.matchAll(/^export async function (\w+)/gm)];
  return starts.map((start, at) => ({
    name: start[1] ?? "",
    text: source.slice(start.index, starts[at + 1]?.index ?? source.length),
  }));
}
