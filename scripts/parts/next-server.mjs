// How the framework's server is started, by npm start and by the bench alike.
import { inRoot } from "./paths.mjs";

/** The framework's own command. */
export const next = inRoot("node_modules/next/dist/bin/next");

// Without a bound Node lets its heap grow to a gigabyte and more before it tidies up. Held to this it needs about half
// the memory under load and answers no slower (docs/decisions/0025); what is in use at once is far less.
const HEAP_MB = 512;

/** Node's arguments for a server that serves what was built in `folder`. NODE_OPTIONS may give it another heap. */
export function builtServer({ host, port }, folder = ".") {
  const given = /max[-_]old[-_]space[-_]size/.test(process.env.NODE_OPTIONS ?? "");
  const heap = given ? [] : [`--max-old-space-size=${HEAP_MB}`];
  return [...heap, next, "start", inRoot(folder), "-H", host, "-p", String(port)];
}
