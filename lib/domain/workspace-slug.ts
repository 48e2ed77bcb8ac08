import { z } from "zod";

/** Addresses below /admin/workspaces that are pages of their own. */
const TAKEN = ["new"];

/** The address of a workspace below /w/. */
export const workspaceSlug = z
  .string("required")
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "not_a_slug")
  .refine((slug) => !TAKEN.includes(slug), "already_used");

export const workspaceName = z.string("required").trim().min(1, "required").max(200, "too_long");
