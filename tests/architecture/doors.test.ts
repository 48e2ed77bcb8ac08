import { describe, expect, it } from "vitest";
import { addressOf, findDoors } from "@/scripts/permissions/doors";
import { filesBelow, readSource } from "@/scripts/permissions/source";
import { declaredUseCases } from "@/scripts/permissions/use-cases";
import { findAdminUseCases, findUseCases } from "@/tests/factories/find-use-cases";

// What the tenancy tests are made from is found in the code. This says that nothing is overlooked by it.

const { useCases, adminUseCases } = declaredUseCases();
const doors = [...findDoors([...useCases, ...adminUseCases]).values()].flat();
const leadsIn = new Set(
  doors.filter(({ kind }) => kind === "page" || kind === "route").map(({ name }) => name),
);

describe("use cases", () => {
  it("are each a file's one export of lib/features, and all are tried from outside", async () => {
    const all = [...useCases, ...adminUseCases];
    expect(all.filter(({ file }) => !file.startsWith("lib/features/"))).toEqual([]);
    const found = [...(await findUseCases()), ...(await findAdminUseCases())].map(({ name }) => name);
    expect(found.sort()).toEqual(all.map(({ name }) => name).sort());
  });

  it("are made nowhere in a way that is not seen", () => {
    const made = filesBelow("lib/features", /\.ts$/).flatMap((file) =>
      [...readSource(file).matchAll(/\bdefine(Admin|Sql)?UseCase\(/g)].map(() => file),
    );
    const seen = [...useCases, ...adminUseCases].map(({ file }) => file);
    expect(made.sort()).toEqual(seen.sort());
  });
});

describe("pages and routes", () => {
  const files = filesBelow("app", /\/(page\.tsx|route\.ts)$/);
  const listed = readSource("tests/e2e/pages.ts");

  it.each(files)("%s is listed in tests/e2e/pages.ts with who may see it", (file) => {
    const listedThere = listed.includes(`"${addressOf(file)}":`);
    expect({ route: addressOf(file), listedThere }).toEqual({ route: addressOf(file), listedThere: true });
  });

  it.each(files.filter((file) => file.startsWith("app/w/")))("%s leads to a use case", (file) => {
    // Handlers that only keep what is being typed go through keep_draft(), which checks session and membership.
    const keepsDrafts = /drafts\/keep-typed|quick-log\/keep-for-long-form/.test(readSource(file));
    expect({ file, ok: leadsIn.has(addressOf(file)) || keepsDrafts }).toEqual({ file, ok: true });
  });

  it.each(files.filter((file) => file.startsWith("app/admin/")))("%s is closed to all but admins", (file) => {
    const source = readSource(file);
    expect({ file, ok: leadsIn.has(addressOf(file)) || /\brequireAdmin\(/.test(source) }).toEqual({
      file,
      ok: true,
    });
  });

  it("leave it to pages and actions to check access: no layout does", () => {
    const layouts = filesBelow("app", /\/layout\.tsx$/);
    expect(layouts.filter((file) => /lib\/(access|features|db)\//.test(readSource(file)))).toEqual([]);
  });
});
