import ts from "typescript";

/** What one source file says about the catalogue. */
export interface Uses {
  /** Keys asked for by name, with the namespace in front. */
  keys: { key: string; line: number }[];
  /** Keys put together as it runs: `standing.label.*`. */
  patterns: string[];
  problems: { line: number; text: string }[];
}

const MAKERS = new Set(["useTranslations", "getTranslations", "createTranslator"]);
const METHODS = new Set(["rich", "markup", "raw", "has"]);
/** Attributes that people read or hear. */
const WORDED = new Set([
  "alt",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "caption",
  "empty",
  "eyebrow",
  "hint",
  "label",
  "optional",
  "pendingLabel",
  "placeholder",
  "sub",
  "submitLabel",
  "suffix",
  "summary",
  "title",
  "unit",
]);
const DECLARATION = /\/\/ messages: ([^\n]+)/g;

type Binding = { name: string; scope: ts.Node; namespace: string };

/** The namespace when `node` makes a translator (awaited or not), else null. */
function madeNamespace(node: ts.Expression | undefined): string | null {
  let call = node;
  while (call && (ts.isAwaitExpression(call) || ts.isParenthesizedExpression(call))) call = call.expression;
  if (
    !call ||
    !ts.isCallExpression(call) ||
    !ts.isIdentifier(call.expression) ||
    !MAKERS.has(call.expression.text)
  )
    return null;
  const [argument] = call.arguments;
  if (!argument) return "";
  if (ts.isStringLiteralLike(argument)) return argument.text;
  if (!ts.isObjectLiteralExpression(argument)) return null;
  for (const property of argument.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== "namespace") continue;
    return ts.isStringLiteralLike(property.initializer) ? property.initializer.text : null;
  }
  return "";
}

function scopeOf(node: ts.Node): ts.Node {
  let at = node.parent;
  while (at && !ts.isFunctionLike(at) && !ts.isSourceFile(at)) at = at.parent;
  return at;
}

/** `const t = …`, and `const [t, other] = await Promise.all([…])`. */
function bindingsOf(declaration: ts.VariableDeclaration): Binding[] {
  const scope = scopeOf(declaration);
  const { name, initializer } = declaration;
  if (ts.isIdentifier(name)) {
    const namespace = madeNamespace(initializer);
    return namespace === null ? [] : [{ name: name.text, scope, namespace }];
  }
  if (!ts.isArrayBindingPattern(name) || !initializer || !ts.isAwaitExpression(initializer)) return [];
  const all = initializer.expression;
  const list = ts.isCallExpression(all) ? all.arguments[0] : undefined;
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return name.elements.flatMap((element, index) => {
    if (!ts.isBindingElement(element) || !ts.isIdentifier(element.name)) return [];
    const namespace = madeNamespace(list.elements[index]);
    return namespace === null ? [] : [{ name: element.name.text, scope, namespace }];
  });
}

/** Reads one file. `tsx` decides whether JSX is looked at for words written into it. */
export function findUses(fileName: string, code: string): Uses {
  const source = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true);
  const uses: Uses = { keys: [], patterns: [], problems: [] };
  const bindings: Binding[] = [];
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

  for (const [, list = ""] of code.matchAll(DECLARATION)) {
    uses.patterns.push(...list.split(/[\s,]+/).filter(Boolean));
  }
  const declared = uses.patterns.length > 0;

  const collect = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node)) bindings.push(...bindingsOf(node));
    ts.forEachChild(node, collect);
  };
  collect(source);

  const namespaceOf = (callee: ts.Expression): string | null => {
    const direct = madeNamespace(callee);
    if (direct !== null) return direct;
    if (!ts.isIdentifier(callee)) return null;
    for (let at: ts.Node = callee; at; at = at.parent) {
      const found = bindings.find((binding) => binding.name === callee.text && binding.scope === at);
      if (found) return found.namespace;
    }
    return null;
  };

  const record = (namespace: string, argument: ts.Expression) => {
    const full = (key: string) => (namespace ? `${namespace}.${key}` : key);
    if (ts.isStringLiteralLike(argument))
      uses.keys.push({ key: full(argument.text), line: lineOf(argument) });
    else if (ts.isParenthesizedExpression(argument)) record(namespace, argument.expression);
    else if (ts.isConditionalExpression(argument)) {
      record(namespace, argument.whenTrue);
      record(namespace, argument.whenFalse);
    } else if (ts.isTemplateExpression(argument)) {
      const shape =
        argument.head.text + argument.templateSpans.map((span) => `*${span.literal.text}`).join("");
      uses.patterns.push(full(shape));
    } else if (namespace.includes(".")) {
      // A group such as taxonomy.owner, asked by key: types see to it that the key exists.
      uses.patterns.push(full("*"));
    } else if (!declared) {
      const text =
        "a key that cannot be seen here: write it as a template, or declare it with `// messages: noun.part.*`";
      uses.problems.push({ line: lineOf(argument), text });
    }
  };

  const words = (node: ts.Node, text: string) => {
    if (/\p{L}{2}/u.test(text))
      uses.problems.push({ line: lineOf(node), text: `words outside the catalogue: "${text.trim()}"` });
  };

  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const method = ts.isPropertyAccessExpression(expression) && METHODS.has(expression.name.text);
      const namespace = namespaceOf(method ? expression.expression : expression);
      const [argument] = node.arguments;
      if (namespace !== null && argument) record(namespace, argument);
    }
    if (ts.isJsxText(node)) words(node, node.text);
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteralLike(node.expression) &&
      !ts.isJsxAttribute(node.parent)
    ) {
      words(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && WORDED.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isStringLiteralLike(value)) words(node, value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}
