// Remembers what a step was last done for, so that it is done again only when that changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { cache, root } from "./paths.mjs";
import { readIfThere, writeWhole } from "./processes.mjs";

const stampFile = (step) => path.join(cache, `${step}.stamp`);
export const isStamped = (step, hash) => readIfThere(stampFile(step)) === hash;
export const stamp = (step, hash) => writeWhole(stampFile(step), hash);
export const clearStamp = (step) => writeWhole(stampFile(step), "");

/** Folders and files of the checkout that no build reads. */
const notSource = new Set([
  "node_modules",
  "tests",
  "docs",
  "bench",
  "scripts",
  "lint",
  "data",
  "test-results",
  "playwright-report",
  "prisma/migrations",
  "prisma/seed",
  "lib/db/generated",
  "next-env.d.ts",
]);
const notSourceName =
  /^\.|\.(test\.tsx?|md|tsbuildinfo)$|^(biome\.json|LICENSE|vitest\.config\.ts|playwright\.config\.ts)$/;

/** The source files of the build, relative to the top folder, in a fixed order. Tracked or not. */
export function sourceFiles(folder = "") {
  const files = [];
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (notSource.has(name) || notSourceName.test(entry.name)) continue;
    if (entry.isDirectory()) files.push(...sourceFiles(name));
    else if (entry.isFile()) files.push(name);
  }
  return files.sort();
}

/** One hash over the contents of files and some further words. */
export function hashOf(files, ...words) {
  const hash = createHash("sha256").update(JSON.stringify(words));
  for (const file of files) {
    const content = readFileSync(path.join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
