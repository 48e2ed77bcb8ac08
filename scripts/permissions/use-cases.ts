import ts from "typescript";
import type { Scope } from "@/lib/domain/permissions";
import { SCOPES } from "@/lib/domain/permissions";
import { filesBelow, importsOf, readSource } from "./source";

/** What a use case's definition says of itself. */
type Declared = { name: string; file: string; audit: readonly string[] | "none" };
export type DeclaredUseCase = Declared & { permission: Scope };
export type DeclaredAdminUseCase = Declared & { confirm: "none" | "fresh" };

type Definition = { name: string; maker: string; rules: ts.Expression; source: ts.SourceFile };

const MAKERS = ["defineUseCase", "defineSqlUseCase", "defineAdminUseCase"];

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readSource(file), ts.ScriptTarget.Latest, true);
}

/** `export const name = defineUseCase(rules, …)` or one of its kin, with or without type arguments. */
function definitionsIn(file: string): Definition[] {
  const source = sourceOf(file);
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap(({ name, initializer }): Definition[] => {
      if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(name)) return [];
      const maker = initializer.expression.getText();
      const [rules] = initializer.arguments;
      return MAKERS.includes(maker) && rules ? [{ name: name.text, maker, rules, source }] : [];
    }),
  );
}

/** An expression as it stands, or what the constant of that name is: in the same file, or where it is imported from. */
function resolve(expression: ts.Expression, source: ts.SourceFile): ts.Expression {
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return resolve(expression.expression, source);
  if (!ts.isIdentifier(expression)) return expression;
  const name = expression.text;
  for (const statement of source.statements.filter(ts.isVariableStatement))
    for (const one of statement.declarationList.declarations)
      if (one.initializer && one.name.getText() === name) return resolve(one.initializer, source);
  const from = importsOf(source.fileName).find(({ names }) => names.includes(name));
  if (!from) return expression;
  const there = sourceOf(from.file);
  return resolve(ts.factory.createIdentifier(name), there);
}

function property(rules: ts.Expression, key: string, source: ts.SourceFile): ts.Expression | undefined {
  const object = resolve(rules, source);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  for (const one of object.properties) {
    if (ts.isPropertyAssignment(one) && one.name.getText() === key) return resolve(one.initializer, source);
    if (ts.isShorthandPropertyAssignment(one) && one.name.text === key) return resolve(one.name, source);
  }
  return undefined;
}

function textOf(expression: ts.Expression | undefined): string {
  return expression && ts.isStringLiteralLike(expression) ? expression.text : "";
}

/** The strings of a list, with those of the lists that are spread into it. */
function textsOf(list: ts.Expression, source: ts.SourceFile): string[] | null {
  if (!ts.isArrayLiteralExpression(list)) return null;
  const parts = list.elements.map((one) =>
    ts.isSpreadElement(one)
      ? textsOf(resolve(one.expression, source), source)
      : [textOf(resolve(one, source))],
  );
  return parts.some((part) => part === null || part.includes(""))
    ? null
    : parts.flatMap((part) => part ?? []);
}

function auditOf({ rules, source, name }: Definition): readonly string[] | "none" {
  const audit = property(rules, "audit", source);
  if (textOf(audit) === "none") return "none";
  const texts = audit && textsOf(audit, source);
  if (!texts)
    throw new Error(`${source.fileName}: cannot read what ${name} audits; write it as a list of words`);
  return texts;
}

/** Every use case there is, read from the code: of workspaces, and of platform admins. */
export function declaredUseCases(): { useCases: DeclaredUseCase[]; adminUseCases: DeclaredAdminUseCase[] } {
  const found = filesBelow("lib", /\.ts$/).flatMap((file) =>
    definitionsIn(file).map((definition) => ({ file, ...definition })),
  );
  const useCases = found.flatMap((one): DeclaredUseCase[] => {
    if (one.maker === "defineAdminUseCase") return [];
    const permission = SCOPES.find(
      (scope) => scope === textOf(property(one.rules, "permission", one.source)),
    );
    if (!permission) throw new Error(`${one.file}: cannot read what ${one.name} needs`);
    return [{ name: one.name, file: one.file, audit: auditOf(one), permission }];
  });
  const adminUseCases = found.flatMap((one): DeclaredAdminUseCase[] => {
    if (one.maker !== "defineAdminUseCase") return [];
    const confirm = textOf(property(one.rules, "confirm", one.source)) === "fresh" ? "fresh" : "none";
    return [{ name: one.name, file: one.file, audit: auditOf(one), confirm }];
  });
  return { useCases, adminUseCases };
}
