/** What somebody may do. A role that does not list a scope does not have it. */
export const SCOPES = ["record:read", "record:write", "import:write", "workspace:manage"] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ["owner", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

const PERMISSIONS: Record<Role, readonly Scope[]> = {
  owner: ["record:read", "record:write", "import:write", "workspace:manage"],
  editor: ["record:read", "record:write", "import:write"],
  viewer: ["record:read"],
};

export function may(role: Role, scope: Scope): boolean {
  return PERMISSIONS[role].includes(scope);
}
