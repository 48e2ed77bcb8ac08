/** The life of a workspace, from its invitation to its end. */
export const WORKSPACE_STATES = ["invited", "active", "suspended", "closing", "erased"] as const;
export type WorkspaceState = (typeof WORKSPACE_STATES)[number];
