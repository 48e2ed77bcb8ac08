import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";

/** Writes down who takes everything out, before the first byte goes. */
export const noteExport = defineUseCase(
  { permission: "settings:manage", audit: ["workspace.exported"], schema: z.strictObject({}) },
  async ({ member, record }) => {
    await record({ kind: "workspace.exported", subjectId: member.workspace.id, detail: {} });
    return done({});
  },
);
