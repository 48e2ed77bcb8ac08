/**
 * Checks the catalogue: every key that the code asks for exists, every key that exists is asked for, every
 * message is well-formed and worded as screens are worded, and no words stand in the code itself.
 *
 *   npx tsx scripts/check-messages.ts           exits 1 and lists what is wrong
 *   npx tsx scripts/check-messages.ts --write   writes lib/i18n/messages/en.ts from the files in en/ first
 *
 * A key made up as it runs is seen when it is a template: t(`label.${key}`). Any other way needs a line in the
 * same file: // messages: noun.part.*, noun.other
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findUses } from "./messages/find-uses";
import { compareKeys, flatten, judgeMessages, type Tree } from "./messages/judge";

const ROOT = path.resolve(import.meta.dirname ?? ".", "..");
const FOLDER = path.join(ROOT, "lib/i18n/messages/en");
const INDEX = path.join(ROOT, "lib/i18n/messages/en.ts");
const LOOKED_AT = ["app", "components", "lib"];
/** The last resort of Next is shown when everything else failed, the catalogue included. */
const WITHOUT_CATALOGUE = new Set(["app/global-error.tsx"]);

const nouns = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length))
  .sort();

/** The module that puts the files of one language together, under their own names. */
function indexSource(): string {
  // "import" is a noun of ours and a word of the language.
  const camel = (noun: string) =>
    noun === "import" ? "imports" : noun.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = nouns.map((noun) => `import ${camel(noun)} from "./en/${noun}.json";`);
  const entries = nouns.map((noun) => (camel(noun) === noun ? `  ${noun},` : `  "${noun}": ${camel(noun)},`));
  return [
    "// Written by scripts/check-messages.ts --write: one line for each file in en/.",
    ...imports,
    "",
    "/** Every English message, by noun. */",
    "// biome-ignore format: one noun a line, so that two people adding one do not meet",
    "export const en = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}

function sourceFiles(): string[] {
  return LOOKED_AT.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|generated\//.test(file)),
  );
}

const problems: string[] = [];
if (process.argv.includes("--write")) writeFileSync(INDEX, indexSource());
if (readFileSync(INDEX, "utf8") !== indexSource()) {
  problems.push("lib/i18n/messages/en.ts is out of date: npx tsx scripts/check-messages.ts --write");
}

const tree: Tree = Object.fromEntries(
  nouns.map((noun): [string, Tree] => [
    noun,
    JSON.parse(readFileSync(path.join(FOLDER, `${noun}.json`), "utf8")),
  ]),
);
problems.push(...judgeMessages(tree));

const asked: { key: string; where: string }[] = [];
const patterns: string[] = [];
for (const file of sourceFiles()) {
  if (WITHOUT_CATALOGUE.has(file)) continue;
  const uses = findUses(file, readFileSync(path.join(ROOT, file), "utf8"));
  asked.push(...uses.keys.map(({ key, line }) => ({ key, where: `${file}:${line}` })));
  patterns.push(...uses.patterns);
  problems.push(...uses.problems.map(({ line, text }) => `${file}:${line}: ${text}`));
}
problems.push(...compareKeys(new Set(flatten(tree).keys()), asked, patterns));

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "Messages: all good." : `Messages: ${problems.length} to mend.`);
process.exitCode = problems.length === 0 ? 0 : 1;
