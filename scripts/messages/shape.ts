/** What a message is made of besides words: a translation must be made of the same. */
export interface Shape {
  /** Names of the values it is given. */
  names: Set<string>;
  /** Names of its tags, such as `link`. */
  tags: Set<string>;
  /** The branches of each plural or select, in order of appearance. */
  branches: { name: string; kind: string; keys: string[] }[];
}

/** Reads the parts of one well-formed ICU message. */
export function shapeOf(message: string): Shape {
  const shape: Shape = { names: new Set(), tags: new Set(), branches: [] };
  readText(message, shape);
  return shape;
}

/** The index just after the brace that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "{") depth++;
    if (text[i] === "}" && --depth === 0) return i + 1;
  }
  return text.length;
}

function readText(text: string, shape: Shape): void {
  for (const [, tag] of text.matchAll(/<\/?(\w+)\s*\/?>/g)) if (tag) shape.tags.add(tag);
  for (let i = text.indexOf("{"); i !== -1; ) {
    const end = closing(text, i);
    readArgument(text.slice(i + 1, end - 1), shape);
    i = text.indexOf("{", end);
  }
}

function readArgument(argument: string, shape: Shape): void {
  const [, name = "", kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(argument) ?? [];
  shape.names.add(name);
  if (!kind || !["plural", "select", "selectordinal"].includes(kind)) return;
  const keys: string[] = [];
  for (let i = argument.indexOf("{"); i !== -1; ) {
    const end = closing(argument, i);
    keys.push(/(=\d+|\w+)\s*$/.exec(argument.slice(0, i))?.[1] ?? "");
    readText(argument.slice(i + 1, end - 1), shape);
    i = argument.indexOf("{", end);
  }
  shape.branches.push({ name, kind, keys });
}
