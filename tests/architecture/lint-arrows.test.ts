import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What must not pass lint, by name: where it stands, what it says, which rule speaks up. */
const REFUSED: Record<string, { file: string; code: string; rule: string }> = {
  "app importing the database": {
    file: "app/a1.ts",
    code: 'import "@/lib/db/clients";',
    rule: "noRestrictedImports",
  },
  "a component importing a use case": {
    file: "components/x/a2.tsx",
    code: 'import "@/lib/features/consultations/log-consultation";',
    rule: "noRestrictedImports",
  },
  "a component importing a service": {
    file: "components/x/a3.tsx",
    code: 'import "@/lib/services/mail";',
    rule: "noRestrictedImports",
  },
  "a component importing access": {
    file: "components/x/a4.tsx",
    code: 'import "@/lib/access/door";',
    rule: "noRestrictedImports",
  },
  "a feature importing a component": {
    file: "lib/features/x/a5.ts",
    code: 'import "@/components/ui/button";',
    rule: "noRestrictedImports",
  },
  "a feature importing a page": {
    file: "lib/features/x/a6.ts",
    code: 'import "@/app/page";',
    rule: "noRestrictedImports",
  },
  "access importing a feature": {
    file: "lib/access/a7.ts",
    code: 'import "@/lib/features/x/find";',
    rule: "noRestrictedImports",
  },
  "the database importing access": {
    file: "lib/db/a8.ts",
    code: 'import "@/lib/access/door";',
    rule: "noRestrictedImports",
  },
  "the database importing a service": {
    file: "lib/db/a9.ts",
    code: 'import "@/lib/services/mail";',
    rule: "noRestrictedImports",
  },
  "a service importing the database": {
    file: "lib/services/b1.ts",
    code: 'import "@/lib/db/clients";',
    rule: "noRestrictedImports",
  },
  "the domain importing the database": {
    file: "lib/domain/b2.ts",
    code: 'import "@/lib/db/clients";',
    rule: "noRestrictedImports",
  },
  "the domain importing a framework": {
    file: "lib/domain/b3.ts",
    code: 'import "next/headers";',
    rule: "noRestrictedImports",
  },
  "a layer nobody has allowed": {
    file: "lib/domain/b4.ts",
    code: 'import "@/lib/some-new-layer/thing";',
    rule: "noRestrictedImports",
  },
  "the generated client in a feature": {
    file: "lib/features/x/b5.ts",
    code: 'import "@/lib/db/generated/prisma/client";',
    rule: "noRestrictedImports",
  },
  "the generated client in a script": {
    file: "scripts/b6.ts",
    code: 'import "@/lib/db/generated/prisma/client";',
    rule: "noRestrictedImports",
  },
  "a way round by a relative path": {
    file: "components/x/b7.ts",
    code: 'import "../../lib/db/clients";',
    rule: "noRestrictedImports",
  },
  "an await import": {
    file: "lib/domain/b8.ts",
    code: 'export const later = () => import("@/lib/db/clients");',
    rule: "noRestrictedImports",
  },
  "a type import up": {
    file: "lib/domain/b9.ts",
    code: 'export type { Door } from "@/lib/access/door";',
    rule: "noRestrictedImports",
  },
  "an import cycle": {
    file: "lib/domain/c1.ts",
    code: 'import { c2 } from "./c2";\nexport const c1 = () => c2;',
    rule: "noImportCycles",
  },
  "a style attribute": {
    file: "components/x/c3.tsx",
    code: 'export const C = () => <p style={{ color: "red" }} />;',
    rule: "noInlineStyles",
  },
  "words in a component": {
    file: "components/x/c4.tsx",
    code: "export const C = () => <p>Hello there</p>;",
    rule: "noJsxLiterals",
  },
  "unsafe raw SQL": {
    file: "lib/db/c5.ts",
    code: "export const c5 = (db) => db.$queryRawUnsafe(sql);",
    rule: "plugin",
  },
  "unsafe raw SQL that writes": {
    file: "lib/db/c6.ts",
    code: "export const c6 = (tx) => tx.$executeRawUnsafe(sql);",
    rule: "plugin",
  },
  "raw SQL text by its name in quotes": {
    file: "lib/db/c7.ts",
    code: 'export const c7 = (tx) => tx["$queryRawUnsafe"](sql);',
    rule: "plugin",
  },
  "raw SQL text inside a template": {
    file: "lib/db/c8.ts",
    code: "export const c8 = () => Prisma.raw(sql);",
    rule: "plugin",
  },
  "the environment read anywhere": {
    file: "lib/features/x/c9.ts",
    code: "export const c9 = process.env.HOST;",
    rule: "noProcessEnv",
  },
  "a default export outside Next's own files": {
    file: "lib/domain/d1.ts",
    code: "export default 1;",
    rule: "noDefaultExport",
  },
  any: { file: "lib/domain/d2.ts", code: "export const d2 = (x: any) => x;", rule: "noExplicitAny" },
};

/** What must pass: each arrow that points down. */
const ALLOWED: Record<string, string> = {
  "app/e1.ts":
    'import "@/lib/features/x/find";\nimport "@/components/ui/button";\nimport "@/lib/access/door";',
  "components/x/e2.tsx":
    'import "@/app/w/[workspace]/consultations/actions";\nimport "@/components/ui/button";\nimport "@/lib/domain/standing";\nimport "@/lib/i18n/format";',
  "lib/features/x/e3.ts":
    'import "@/lib/access/door";\nimport "@/lib/db/doors";\nimport "@/lib/services/mail";',
  "lib/access/e4.ts": 'import "@/lib/db/doors";\nimport "@/lib/domain/permissions";\nimport "./sign-in";',
  "lib/db/e5.ts":
    'import "@/lib/db/generated/prisma/client";\nimport "@/lib/domain/plain-date";\nimport "@/lib/env";',
  "lib/domain/e6.ts": 'import "@/lib/domain/plain-date";\nimport { z } from "zod";\nexport const e6 = z;',
  "lib/env.ts": "export const host = process.env.HOST;",
  "lib/db/e7.ts":
    "export const e7 = (db: { $queryRaw: (s: TemplateStringsArray) => unknown }) => db.$queryRaw`select 1`;",
};

interface Found {
  category: string | null;
  location: { path: string | { file: string } | null } | null;
}

let folder: string;
let found: { file: string; category: string }[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lint-arrows-"));
  const write = (file: string, code: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${code}\n`);
  };
  cpSync(path.join(ROOT, "biome.json"), path.join(folder, "biome.json"));
  cpSync(path.join(ROOT, "lint"), path.join(folder, "lint"), { recursive: true });
  write(".gitignore", "node_modules/");
  for (const { file, code } of Object.values(REFUSED)) write(file, code);
  write("lib/domain/c2.ts", 'import { c1 } from "./c1";\nexport const c2 = () => c1;');
  for (const [file, code] of Object.entries(ALLOWED)) write(file, code);

  const biome = path.join(ROOT, "node_modules/.bin/biome");
  const run = spawnSync(biome, ["lint", "--reporter=json", "--max-diagnostics=none", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  const report = JSON.parse(run.stdout) as { diagnostics: (Found & { severity: string })[] };
  found = report.diagnostics
    .filter((one) => one.severity === "error" || one.severity === "fatal")
    .map((one) => {
      const where = one.location?.path;
      const file = typeof where === "string" ? where : (where?.file ?? "");
      return { file: file.replace(/^\.\//, ""), category: one.category ?? "" };
    });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("lint refuses", () => {
  it.each(Object.entries(REFUSED))("%s", (_name, { file, rule }) => {
    const here = found.filter((one) => one.file === file).map((one) => one.category);
    expect(here.some((category) => category.includes(rule))).toBe(true);
  });
});

describe("lint allows", () => {
  it.each(Object.keys(ALLOWED))("the arrows of %s", (file) => {
    expect(found.filter((one) => one.file === file)).toEqual([]);
  });
});
