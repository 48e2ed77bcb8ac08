import { readdirSync, readFileSync } from "node:fs";
import { createElement, type FunctionComponent, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { toHtml } from "./to-html";

const HOSTILE = [
  `</title></svg><script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `&lt;script&gt;`,
  `<!--`,
  `]]>`,
  `{{constructor.constructor('alert(1)')()}}`,
  `\u2028\u0000\ud800`,
];

function Row({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <li className="row" title={title} data-what={title}>
      <a href={`/w/a/consultations?from=1&title=${title}#here`} aria-current={false}>
        {title}
      </a>
      {children}
    </li>
  );
}

const drawing = (title: string) => (
  <svg role="img" viewBox="0 0 4 4" width={4} aria-labelledby="t">
    <title id="t">{title}</title>
    <g className="marks" strokeWidth={1.5} strokeLinejoin="round">
      <text x={1.5} textAnchor="middle" fontSize={12}>
        {title}
      </text>
      <path d="M1 1h2" strokeDasharray="2 1" />
      <pattern id="p" patternUnits="userSpaceOnUse" />
    </g>
  </svg>
);

/** Every element with its attributes by name, closed by itself only where HTML has no other way. */
const tidied = (html: string) =>
  html
    .replaceAll("&#x27;", "'")
    .replaceAll("></path>", "/>")
    .replace(/<([a-z]+)((?: [a-zA-Z-]+="[^"]*")*)\/?>/g, (_, name: string, attributes: string) =>
      [`<${name}`, ...(attributes.match(/[a-zA-Z-]+="[^"]*"/g) ?? []).sort(), ">"].join(" "),
    );

describe("what toHtml writes", () => {
  it.each(HOSTILE)("is what React writes, whatever the words are: %s", (words) => {
    const page = (
      <>
        <ul>
          {[words, "plain"].map((title) => (
            <Row key={title} title={title}>
              {drawing(words)} {0} {null} {false} {words}
            </Row>
          ))}
        </ul>
        <form action="/sign-out" method="post">
          <input type="hidden" name="a" value={words} />
          <button type="submit" name="b" value={words} disabled>
            {words}
            <br />
          </button>
        </form>
        <details open={false}>
          <summary hidden>{words}</summary>
        </details>
      </>
    );
    expect(tidied(toHtml(page))).toBe(tidied(renderToStaticMarkup(page)));
  });

  it.each(HOSTILE)("has no element and no attribute that the words brought: %s", (words) => {
    const html = toHtml(<p title={words}>{words}</p>);
    expect(html.match(/[<>]/g)).toHaveLength(4);
    expect(html.match(/"/g)).toHaveLength(2);
  });
});

const SCHEME = ["java", "script:"].join("");
const made =
  (type: string | FunctionComponent, props: object | null = null, ...children: ReactNode[]) =>
  () =>
    createElement(type, props, ...children);

describe("what toHtml refuses", () => {
  const raw = { __html: "<b>raw</b>" };
  it.each([
    ["HTML that is handed over", made("p", { dangerouslySetInnerHTML: raw })],
    ["handlers", made("p", { onClick: () => {} })],
    ["handlers as words", made("p", { onclick: "alert(1)" })],
    ["server actions", made("form", { action: async () => {} })],
    ["styles", made("p", { style: "color:red" })],
    ["attributes it does not know", made("p", { formAction: "/x" })],
    ["attributes that end themselves", made("p", { "a b": "" })],
    ["elements that end themselves", made("p><script")],
    ["scripts", made("script", null, "alert(1)")],
    ["text areas", made("textarea", { defaultValue: "x" })],
    ["addresses that run", made("a", { href: `${SCHEME}alert(1)` })],
    ["addresses that run, in disguise", made("a", { href: " \u0001Java\nScript:alert(1)" })],
    ["components that wait", made(async () => "later")],
    ["plain objects", () => new Date(0)],
  ])("%s", (_, make) => {
    expect(() => toHtml(make() as ReactNode)).toThrow(/^toHtml writes no|^toHtml writes elements/);
  });

  it("components that run in the browser", () => {
    const reference = Object.assign(() => "", { $$typeof: Symbol.for("react.client.reference") });
    expect(() => toHtml(createElement(reference))).toThrow("in the browser");
  });
});

describe("what is written as HTML", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const withWord = (word: RegExp) => files.filter((file) => word.test(readFileSync(file, "utf8")));

  it("came from toHtml, by one way", () => {
    expect(withWord(/dangerouslySetInnerHTML|\b__html\b/)).toEqual(["components/markup/written-once.tsx"]);
    expect(withWord(/<WrittenOnce/)).toEqual(["components/markup/static.tsx"]);
    expect(withWord(/\blendHtml\(/).sort()).toEqual([
      "components/markup/lent-html.ts",
      "components/markup/static.tsx",
    ]);
    expect(readFileSync("components/markup/static.tsx", "utf8")).toContain("const html = toHtml(children);");
  });
});
