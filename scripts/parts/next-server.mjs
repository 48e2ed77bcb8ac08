// How the framework's server is started, by npm start and by the bench alike.
import { pathToFileURL } from "node:url";
import { inRoot } from "./paths.mjs";

/** The framework's own command. */
export const next = inRoot("node_modules/next/dist/bin/next");

// Without a bound Node lets its heap grow to a gigabyte and more before it tidies up. Held to this it needs far less memory
// under load and answers no slower; what is in use at once is a quarter of it. What a page makes is thrown away at once:
// twice the room for the young saves a seventh of the time (docs/decisions/0025).
const MEMORY = [
  ["max-old-space-size", 512],
  ["max-semi-space-size", 32],
];

/** Node's arguments for the server of what was built. NODE_OPTIONS may give it other bounds, in megabytes. */
export function builtServer({ host, port }) {
  const given = (process.env.NODE_OPTIONS ?? "").replaceAll("_", "-");
  const memory = MEMORY.filter(([name]) => !given.includes(name)).map(([name, mb]) => `--${name}=${mb}`);
  const words = ["--import", pathToFileURL(inRoot("scripts/parts/wordless-pages.mjs")).href];
  return [...memory, ...words, next, "start", inRoot(), "-H", host, "-p", String(port)];
}
