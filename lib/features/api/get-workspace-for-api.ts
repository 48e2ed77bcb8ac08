import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { readWorkspace } from "./workspace-resource";

/** The organisation itself, for a program. */
export const getWorkspaceForApi = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => done(await readWorkspace(tx, member)),
);
