import type { LifeEvent } from "./workspace-life";

/** What platform admins can do, as the platform's own append-only trail tells it. Ids and counts, never content. */
export type PlatformEvent =
  | { kind: "workspace.opened"; workspaceId: string; detail: Record<string, never> }
  | SecondFactorEvent
  | HealthEvent
  | ReferenceEvent
  | LifeEvent;

export type PlatformEventKind = PlatformEvent["kind"];

type OfPlatform<K extends string, D extends Record<string, string | number | string[]>> = {
  kind: K;
  workspaceId: null;
  detail: D;
};

type SecondFactorEvent =
  | OfPlatform<"second_factor.begun", Record<string, never>>
  | OfPlatform<"second_factor.set_up", Record<string, never>>
  | OfPlatform<"second_factor.shown", { with: "app" | "recovery" }>
  | OfPlatform<"second_factor.codes_renewed", Record<string, never>>
  | OfPlatform<"second_factor.reset", Record<string, never>>;

type HealthEvent =
  | OfPlatform<"job.retried", { jobId: string; task: string }>
  | OfPlatform<"mail.retried", { mailId: string }>;

type ReferenceEvent =
  | OfPlatform<"directory.added", { bodyId: string }>
  | OfPlatform<"directory.revised", { bodyId: string; fields: string[] }>
  | OfPlatform<"directory.merged", { keptId: string; goneId: string; workspaces: number }>
  | OfPlatform<
      "directory.ended",
      { bodyId: string; endedOn: string; successorId: string; workspaces: number }
    >
  | OfPlatform<"directory.back", { bodyId: string; workspaces: number }>
  | OfPlatform<"rate.added", { rateId: string }>
  | OfPlatform<"rate.revised", { rateId: string; fields: string[] }>
  | OfPlatform<"rate.removed", { rateId: string }>
  | OfPlatform<"topic.added", { topic: string }>
  | OfPlatform<"topic.renamed", { topic: string }>
  | OfPlatform<"topic.retired", { topic: string }>
  | OfPlatform<"topic.back", { topic: string }>;
