/** What platform admins can do, as the platform's own append-only trail tells it. Ids and counts, never content. */
export type PlatformEvent = { kind: "workspace.opened"; workspaceId: string; detail: Record<string, never> };

export type PlatformEventKind = PlatformEvent["kind"];
