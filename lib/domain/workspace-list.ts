import { WORKSPACE_STATES, type WorkspaceState } from "./workspace";

/** What the list of workspaces shows and where it goes on, as its address says it. */
export type WorkspaceListAddress = {
  /** Part of a name or of a slug. */
  q: string;
  /** Empty for every state but erased. */
  state: WorkspaceState | "";
  /** What the page goes on after; empty for the first page. */
  after: string;
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function readWorkspaceListAddress(query: Query): WorkspaceListAddress {
  const one = (name: string) => (typeof query[name] === "string" ? query[name].trim() : "");
  return {
    q: one("q").slice(0, 100),
    state: WORKSPACE_STATES.find((state) => state === one("state")) ?? "",
    after: one("after").slice(0, 100),
  };
}

/** The query part of the list's address; empty parts are left out. */
export function workspaceListQuery(address: Partial<WorkspaceListAddress>): string {
  const given = Object.entries(address).filter(([, value]) => value !== "");
  return given.length > 0 ? `?${new URLSearchParams(Object.fromEntries(given))}` : "";
}

/** What a platform admin may know of what an organisation keeps: numbers alone. */
export type WorkspaceFigures = {
  members: number;
  consultations: number;
  needsAnswer: number;
  inTime: number;
  underWay: number;
  acted: number;
  other: number;
  activities: number;
  /** About how many rows, and how many bytes they take. */
  entries: number;
  bytes: number;
};
