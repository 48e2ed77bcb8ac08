import type { WorkspaceState } from "./workspace";

/** How long an organisation that closes can still take everything out, in days. The database counts the same. */
export const CLOSING_DAYS = 30;
/** How many days before its end the owners are reminded. */
export const REMINDER_DAYS = 7;

/** What a platform admin can do to a workspace, in the order of its page. */
export const LIFE_STEPS = ["suspend", "resume", "close", "keep", "erase"] as const;
export type LifeStep = (typeof LIFE_STEPS)[number];

const FROM: Record<Exclude<LifeStep, "erase">, readonly WorkspaceState[]> = {
  suspend: ["active"],
  resume: ["suspended"],
  close: ["active", "suspended"],
  keep: ["closing"],
};

/** Steps that tell their owners why, in words of the admin. */
export const EXPLAINED_STEPS: readonly LifeStep[] = ["suspend", "close"];

/** What decides which steps can be taken; the database checks it again. */
export type LifeFacts = {
  state: WorkspaceState;
  members: number;
  /** An owner asked for the erasure. */
  erasureAsked: boolean;
  /** The day has come, and the job that erases is on its way. */
  ending: boolean;
};

/** The steps that fit a workspace as it is. Erasing needs an owner's word, or that nobody ever came in. */
export function possibleSteps({ state, members, erasureAsked, ending }: LifeFacts): LifeStep[] {
  if (ending) return [];
  const mayErase = erasureAsked || (state === "invited" && members === 0);
  return LIFE_STEPS.filter((step) => (step === "erase" ? mayErase : FROM[step].includes(state)));
}

export function isLifeStep(text: string): text is LifeStep {
  return LIFE_STEPS.some((step) => step === text);
}

/** What the platform's own trail says of a workspace's life. */
type OfWorkspace<K extends string, D extends Record<string, string | number>> = {
  kind: K;
  workspaceId: string;
  detail: D;
};

export type LifeEvent =
  | OfWorkspace<"workspace.invited", Record<string, never>>
  | OfWorkspace<"workspace.suspended", Record<string, never>>
  | OfWorkspace<"workspace.resumed", Record<string, never>>
  | OfWorkspace<"workspace.closing", { eraseOn: string }>
  | OfWorkspace<"workspace.kept", Record<string, never>>
  | OfWorkspace<"workspace.erasing", Record<string, never>>
  | OfWorkspace<"workspace.erased", { rows: number; people: number }>;

/** The events of that trail, as the page of a workspace words them. */
export const LIFE_EVENT_KINDS = [
  "workspace.opened",
  "workspace.invited",
  "workspace.suspended",
  "workspace.resumed",
  "workspace.closing",
  "workspace.kept",
  "workspace.erasing",
  "workspace.erased",
] as const;
export type LifeEventKind = (typeof LIFE_EVENT_KINDS)[number];
