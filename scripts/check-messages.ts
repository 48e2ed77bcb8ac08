/**
 * Checks the catalogue: every key that the code asks for exists, every key that exists is asked for, every
 * message is well-formed and worded as screens are worded, and no words stand in the code itself. Other languages
 * are held beside the English one: what an offered language lacks is a mistake, what one in the making lacks is said.
 *
 *   npx tsx scripts/check-messages.ts           exits 1 and lists what is wrong
 *   npx tsx scripts/check-messages.ts --write   writes lib/i18n/messages/<language>.ts from their folders first
 *   npx tsx scripts/check-messages.ts --missing lists what languages in the making still lack
 *
 * A key made up as it runs is seen when it is a template: t(`label.${key}`). Any other way needs a line in the
 * same file: // messages: noun.part.*, noun.other
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LOCALES, WRITTEN_LOCALES } from "@/lib/i18n/locales";
import { findUses } from "./messages/find-uses";
import { compareKeys, flatten, judgeMessages, type Tree } from "./messages/judge";
import { judgeTranslation } from "./messages/judge-translation";

const ROOT = path.resolve(import.meta.dirname ?? ".", "..");
const OFFERED: ReadonlySet<string> = new Set(LOCALES);
const MESSAGES = path.join(ROOT, "lib/i18n/messages");
const LOOKED_AT = ["app", "components", "lib"];
/** The last resort of Next is shown when everything else failed, the catalogue included. */
const WITHOUT_CATALOGUE = new Set(["app/global-error.tsx"]);

function nounsOf(locale: string): string[] {
  return readdirSync(path.join(MESSAGES, locale))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** The module that puts the files of one language together, under their own names. */
function indexSource(locale: string): string {
  // "import" is a noun of ours and a word of the language.
  const camel = (noun: string) =>
    noun === "import" ? "imports" : noun.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const nouns = nounsOf(locale);
  const imports = nouns.map((noun) => `import ${camel(noun)} from "./${locale}/${noun}.json";`);
  const entries = nouns.map((noun) => (camel(noun) === noun ? `  ${noun},` : `  "${noun}": ${camel(noun)},`));
  return [
    `// Written by scripts/check-messages.ts --write: one line for each file in ${locale}/.`,
    ...imports,
    "",
    `/** Every ${new Intl.DisplayNames("en", { type: "language" }).of(locale)} message, by noun. */`,
    "// biome-ignore format: one noun a line, so that two people adding one do not meet",
    `export const ${locale} = {`,
    ...entries,
    "};",
    "",
  ].join("\n");
}

function treeOf(locale: string): Tree {
  const read = (noun: string): Tree =>
    JSON.parse(readFileSync(path.join(MESSAGES, locale, `${noun}.json`), "utf8"));
  return Object.fromEntries(nounsOf(locale).map((noun): [string, Tree] => [noun, read(noun)]));
}

function sourceFiles(): string[] {
  return LOOKED_AT.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|generated\//.test(file)),
  );
}

const problems: string[] = [];
for (const locale of WRITTEN_LOCALES) {
  const index = path.join(MESSAGES, `${locale}.ts`);
  if (process.argv.includes("--write")) writeFileSync(index, indexSource(locale));
  if (readFileSync(index, "utf8") !== indexSource(locale))
    problems.push(`${path.relative(ROOT, index)} is out of date: npx tsx scripts/check-messages.ts --write`);
}

const tree = treeOf("en");
problems.push(...judgeMessages(tree));
for (const locale of WRITTEN_LOCALES) {
  if (locale === "en") continue;
  const { missing, problems: wrong } = judgeTranslation(tree, treeOf(locale), locale);
  const offered = OFFERED.has(locale);
  const found = [...missing.map((key) => `${locale}: ${key}: not there yet`), ...wrong];
  if (offered) problems.push(...found);
  else if (process.argv.includes("--missing")) console.log(found.join("\n"));
  if (!offered && found.length > 0)
    console.log(`${locale} is in the making: ${missing.length} messages to write, ${wrong.length} to mend.`);
}

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
