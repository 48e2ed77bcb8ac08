import { createHash } from "node:crypto";
import type { DemoPersonKey } from "@/lib/domain/demo-people";

/** The same name always makes the same id (in the shape of a version 5 UUID). */
export function demoId(...name: string[]): string {
  const hex = createHash("sha1")
    .update(["followthrough demo", ...name].join("/"))
    .digest("hex");
  const shaped = `${hex.slice(0, 12)}5${hex.slice(13, 16)}a${hex.slice(17, 32)}`;
  return shaped.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The id of one of the demo's people. */
export function personId(key: DemoPersonKey | string): string {
  return demoId("person", key);
}
