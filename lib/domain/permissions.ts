/** What somebody may do. A role that does not list a scope does not have it. */
export const SCOPES = [
  "record:read",
  "record:write",
  "import:write",
  "shares:manage",
  "members:manage",
  "settings:manage",
  "audit:read",
] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ["owner", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

const PERMISSIONS: Record<Role, readonly Scope[]> = {
  owner: SCOPES,
  editor: ["record:read", "record:write", "import:write"],
  viewer: ["record:read"],
};

export function may(role: Role, scope: Scope): boolean {
  return PERMISSIONS[role].includes(scope);
}

/** Platform support goes on with nothing after it went: it starts no import, whatever else it may. */
export function mayAs({ role, support }: { role: Role; support: boolean }, scope: Scope): boolean {
  return may(role, scope) && !(support && scope === "import:write");
}
