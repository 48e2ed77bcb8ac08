import { Fragment, isValidElement, type ReactNode } from "react";

/** What React calls otherwise than HTML and SVG do. Any other name with a capital is refused. */
const RENAMED: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  tabIndex: "tabindex",
  colSpan: "colspan",
  viewBox: "viewBox",
  patternUnits: "patternUnits",
  fontSize: "font-size",
  textAnchor: "text-anchor",
  strokeWidth: "stroke-width",
  strokeDasharray: "stroke-dasharray",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
};

const VOID = new Set(["br", "hr", "img", "input", "wbr"]);
/** Shapes of a drawing may close themselves. */
const SHAPES = new Set(["circle", "path", "rect"]);
/** Their text is no plain text, or their value is no attribute: React writes them. */
const REFUSED = new Set(["script", "style", "iframe", "noscript", "template", "pre", "select", "textarea"]);

const ADDRESSES = new Set(["href", "src", "action"]);
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const SPECIAL = /[&<>"]/;

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "") : text;
}

/** How each attribute and element met so far begins: there are a few dozen, and each was looked at once. */
const attributes = new Map<string, string>();
const elements = new Map<string, string>();

function attributeStart(name: string): string {
  let start = attributes.get(name);
  if (start === undefined) {
    const renamed = RENAMED[name];
    if (!renamed && (!/^[a-z][a-z0-9-]*$/.test(name) || name.startsWith("on") || name === "style"))
      throw new Error(`toHtml writes no attribute ${name}`);
    start = ` ${renamed ?? name}="`;
    attributes.set(name, start);
  }
  return start;
}

function elementStart(name: string): string {
  let start = elements.get(name);
  if (start === undefined) {
    if (!/^[a-z][a-z0-9]*$/i.test(name) || REFUSED.has(name)) throw new Error(`toHtml writes no <${name}>`);
    start = `<${name}`;
    elements.set(name, start);
  }
  return start;
}

/** An address may lead anywhere, but never run. */
function refuseScript(address: string): void {
  if (/^[/#]|^https:/.test(address)) return;
  if (/^javascript:/i.test(address.replace(/[\s\p{Cc}]/gu, "")))
    throw new Error("toHtml writes no such address");
}

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  const start = attributeStart(name);
  if (typeof value === "boolean") {
    if (name.startsWith("aria-") || name.startsWith("data-")) return `${start}${value}"`;
    return value ? `${start}"` : "";
  }
  if (typeof value !== "string" && typeof value !== "number")
    throw new Error(`toHtml writes no ${typeof value} as ${name}`);
  const text = String(value);
  if (ADDRESSES.has(name)) refuseScript(text);
  return `${start}${escaped(text)}"`;
}

function element(name: string, props: Readonly<Record<string, unknown>>): string {
  let html = elementStart(name);
  for (const key in props) if (key !== "children") html += attribute(key, props[key]);
  if (VOID.has(name)) return `${html}>`;
  if (SHAPES.has(name) && !props.children) return `${html}/>`;
  return `${html}>${toHtml(props.children as ReactNode)}</${name}>`;
}

/**
 * Plain elements and components that neither wait nor run in the browser, as HTML. Every word and every value is
 * escaped, and there is no way to hand it HTML. What it does not know for certain it refuses: client components,
 * functions such as server actions, promises, unknown attributes.
 */
export function toHtml(node: ReactNode): string {
  if (typeof node === "string") return escaped(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) {
    let html = "";
    for (const one of node) html += toHtml(one);
    return html;
  }
  if (!isValidElement<Readonly<Record<string, unknown>>>(node))
    throw new Error("toHtml writes elements, words and lists of them");
  const { type, props } = node;
  if (typeof type === "string") return element(type, props);
  if (type === Fragment) return toHtml(props.children as ReactNode);
  if (typeof type !== "function" || "$$typeof" in type)
    throw new Error("toHtml writes no components that run in the browser");
  return toHtml((type as (props: unknown) => ReactNode)(props));
}
