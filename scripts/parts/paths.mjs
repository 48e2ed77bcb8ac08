import path from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where stamps about this checkout live (what was generated and built); it goes away with node_modules. */
export const cache = path.join(root, "node_modules/.cache/followthrough");

export const inRoot = (...parts) => path.join(root, ...parts);
