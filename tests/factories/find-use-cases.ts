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
  /** Its file below lib/features. */
  file: string;
  permission: Scope;
  audit: readonly string[] | "none";
  schema: z.ZodType;
  unchecked: string | undefined;
  run: (key: Key, input: unknown, now: Date, from?: FormOrigin) => Promise<Result<unknown>>;
};

export type AnyAdminUseCase = {
  name: string;
  confirm: "none" | "fresh";
  audit: readonly string[] | "none";
  run: (sessionHash: string, input: unknown, now: Date) => Promise<Result<unknown>>;
};

function isUseCase(value: unknown): value is Omit<AnyUseCase, "name" | "file"> {
  return (
    typeof value === "object" && value !== null && "permission" in value && "audit" in value && "run" in value
  );
}

function isAdminUseCase(value: unknown): value is Omit<AnyAdminUseCase, "name"> {
  return (
    typeof value === "object" &&
    value !== null &&
    "confirm" in value &&
    "audit" in value &&
    "run" in value &&
    !("permission" in value)
  );
}

/** Everything that the files of lib/features export, but for the actions, by file. */
async function loadFeatures(): Promise<[string, Record<string, unknown>][]> {
  const files = readdirSync("lib/features", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith("actions.ts"),
  );
  return Promise.all(
    files.map(
      async (file): Promise<[string, Record<string, unknown>]> => [
        file,
        await import(pathToFileURL(path.resolve("lib/features", file)).href),
      ],
    ),
  );
}

/** Every use case there is, found in the code. */
export async function findUseCases(): Promise<AnyUseCase[]> {
  return (await loadFeatures()).flatMap(([file, module]) =>
    Object.entries(module).flatMap(([name, value]) => (isUseCase(value) ? [{ name, file, ...value }] : [])),
  );
}

/** Every use case of platform admins. */
export async function findAdminUseCases(): Promise<AnyAdminUseCase[]> {
  return (await loadFeatures()).flatMap(([, module]) =>
    Object.entries(module).flatMap(([name, value]) => (isAdminUseCase(value) ? [{ name, ...value }] : [])),
  );
}
