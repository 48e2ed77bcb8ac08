import type { LifeStep } from "@/lib/domain/workspace-life";

/** The drafts of the forms below /admin/workspaces: one per admin and form. */
export const newWorkspaceForm = "workspace:new";

export function stepForm(slug: string, step: LifeStep | string): string {
  return `workspace:${slug}:${step}`;
}
