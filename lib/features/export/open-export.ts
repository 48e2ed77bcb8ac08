import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";

/** Lets owners see the page from which everything is taken out. */
export const openExport = defineUseCase(
  { permission: "settings:manage", audit: "none", schema: z.strictObject({}) },
  async () => done({}),
);
