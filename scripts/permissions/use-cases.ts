import ts from "typescript";
import type { Scope } from "@/lib/domain/permissions";
import { SCOPES } from "@/lib/domain/permissions";
import { filesBelow, readSource } from "./source";

/** What a use case's definition says of itself. */
type Declared = { name: string; file: string; audit: readonly string[] | "none" };
export type DeclaredUseCase = Declared & { permission: Scope };
export type DeclaredAdminUseCase = Declared & { confirm: "none" | "fresh" };

type Definition = { name: string; maker: string; rules: ts.Expression; source: ts.SourceFile };

const MAKERS = ["defineUseCase", "defineAdminUseCase"];

/** `export const name = defineUseCase(rules, …)`, with or without type arguments. */
function definitionsIn(file: string): Definition[] {
  const source = ts.createSourceFile(file, readSource(file), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap(({ name, initializer }): Definition[] => {
      if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(name)) return [];
      const maker = initializer.expression.getText();
      const [rules] = initializer.arguments;
      return MAKERS.includes(maker) && rules ? [{ name: name.text, maker, rules, source }] : [];
    }),
  );
}

/** An expression as it stands, or what the constant of that name in the same file is. */
function resolve(expression: ts.Expression, source: ts.SourceFile): ts.Expression {
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return resolve(expression.expression, source);
  if (!ts.isIdentifier(expression)) return expression;
  for (const statement of source.statements.filter(ts.isVariableStatement))
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer && name.getText() === expression.text) return resolve(initializer, source);
  return expression;
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

function auditOf({ rules, source, name }: Definition): readonly string[] | "none" {
  const audit = property(rules, "audit", source);
  if (textOf(audit) === "none") return "none";
  if (!audit || !ts.isArrayLiteralExpression(audit))
    throw new Error(
      `${source.fileName}: cannot read what ${name} audits; write it as a list where it is used`,
    );
  return audit.elements.map((one) => textOf(resolve(one, source)));
}

/** Every use case there is, read from the code: of workspaces, and of platform admins. */
export function declaredUseCases(): { useCases: DeclaredUseCase[]; adminUseCases: DeclaredAdminUseCase[] } {
  const found = filesBelow("lib", /\.ts$/).flatMap((file) =>
    definitionsIn(file).map((definition) => ({ file, ...definition })),
  );
  const useCases = found.flatMap((one): DeclaredUseCase[] => {
    if (one.maker !== "defineUseCase") return [];
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
