import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { z } from "zod";
import type { FormOrigin } from "@/lib/access/field-errors";
import type { Key } from "@/lib/db/doors";
import type { Scope } from "@/lib/domain/permissions";
import type { Result } from "@/lib/domain/result";

export type AnyUseCase = {
  name: string;
  permission: Scope;
  audit: readonly string[] | "none";
  schema: z.ZodType;
  unchecked: string | undefined;
  run: (key: Key, input: unknown, now: Date, from?: FormOrigin) => Promise<Result<unknown>>;
};

function isUseCase(value: unknown): value is Omit<AnyUseCase, "name"> {
  return (
    typeof value === "object" && value !== null && "permission" in value && "audit" in value && "run" in value
  );
}

/** Every use case there is, found in the code. */
export async function findUseCases(): Promise<AnyUseCase[]> {
  const files = readdirSync("lib/features", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith("actions.ts"),
  );
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(path.resolve("lib/features", file)).href)),
  );
  return modules.flatMap((module: Record<string, unknown>) =>
    Object.entries(module).flatMap(([name, value]) => (isUseCase(value) ? [{ name, ...value }] : [])),
  );
}
