/** Levels of objects and lists in a body. */
const DEEPEST = 20;

export type JsonFault = "malformed_json" | "duplicate_key" | "too_deep";

/** Reads JSON more strictly than JSON.parse: not endlessly deep, and no field twice in one object. */
export function readJson(text: string): { value: unknown } | { fault: JsonFault } {
  if (isTooDeep(text)) return { fault: "too_deep" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "malformed_json" };
  }
  return hasFieldTwice(text) ? { fault: "duplicate_key" } : { value };
}

/** Where the string that begins at `start` ends: behind its closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at) - 1;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

// Of JSON that could be parsed: a string right behind `{` or `,` in an object is a field's name.
function hasFieldTwice(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let before = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (/\s/.test(sign)) continue;
    if (sign === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names && (before === "{" || before === ",")) {
        const name = String(JSON.parse(text.slice(at, end)));
        if (names.has(name)) return true;
        names.add(name);
      }
      at = end - 1;
    } else if (sign === "{") open.push(new Set());
    else if (sign === "[") open.push(null);
    else if (sign === "}" || sign === "]") open.pop();
    before = sign;
  }
  return false;
}
