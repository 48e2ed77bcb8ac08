import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Handler, Method } from "@/lib/access/api";
import { OPERATIONS } from "@/lib/features/api/operations/all";

const METHODS: readonly Method[] = ["GET", "POST", "PATCH", "DELETE"];
const ROOT = "app/api/v1";

/** Every route file of the API, as the path of its calls: `/workspaces/{slug}/summary`. */
export function apiRouteFiles(): { file: string; path: string }[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => ({
      file: `${ROOT}/${file}`,
      path: `/${path.dirname(file)}`.replace(/\[(\w+)\]/g, "{$1}"),
    }));
}

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

let known: Promise<Record<string, Handler>> | undefined;

async function load(): Promise<Record<string, Handler>> {
  const found: Record<string, Handler> = {};
  for (const { file, path: at } of apiRouteFiles()) {
    const module: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href);
    for (const method of METHODS) {
      const id = OPERATIONS.find((one) => one.path === at && one.method === method)?.id;
      const handler = module[method];
      if (id && isHandler(handler)) found[id] = handler;
    }
  }
  return found;
}

/** The handler of each operation, by its id, from the route file that serves it. */
export function apiHandlers(): Promise<Record<string, Handler>> {
  known ??= load();
  return known;
}
