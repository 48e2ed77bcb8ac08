import { randomBytes } from "node:crypto";
import { AFTERLIFE_SECONDS, hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import type { Key } from "@/lib/db/doors";
import type { Role } from "@/lib/domain/permissions";

let number = 0;
const next = () => `${++number}-${randomBytes(4).toString("hex")}`;

/**
 * A person with a session; `expiresIn` is how long pages still open for them, in seconds. A platform admin's has
 * shown its second factor, and stays fresh whatever the test's clock says, unless `secondFactorAt` says otherwise.
 */
export async function signedInPerson({
  isPlatformAdmin = false,
  expiresIn = 3600,
  secondFactorAt = isPlatformAdmin ? new Date("2100-01-01T00:00:00Z") : null,
}: {
  isPlatformAdmin?: boolean;
  expiresIn?: number;
  secondFactorAt?: Date | null;
} = {}) {
  const user = await systemClient().user.create({
    data: { email: `person-${next()}@example.org`, name: `Person ${number}`, isPlatformAdmin },
  });
  const token = randomBytes(32).toString("base64url");
  await systemClient().session.create({
    data: {
      sessionToken: hashToken(token),
      userId: user.id,
      secondFactorAt,
      expires: new Date(Date.now() + (expiresIn + AFTERLIFE_SECONDS) * 1000),
    },
  });
  return { user, token, sessionHash: hashToken(token) };
}

/** An organisation without members. */
export function anOrganisation(settings: { answerDays?: number; region?: string; country?: string } = {}) {
  return systemClient().workspace.create({
    data: { slug: `org-${next()}`, name: `Organisation ${number}`, ...settings },
  });
}

/** A new member of an organisation (a new one unless given), with the key that lets them in. */
export async function aMember(role: Role, workspace?: { id: string; slug: string }) {
  const organisation = workspace ?? (await anOrganisation());
  const { user, token, sessionHash } = await signedInPerson();
  await systemClient().membership.create({ data: { workspaceId: organisation.id, userId: user.id, role } });
  return { user, token, workspace: organisation, key: keyTo(sessionHash, organisation.slug), sessionHash };
}

/** How somebody with this session knocks at a workspace. */
export function keyTo(sessionHash: string, slug: string): Key {
  return { kind: "session", sessionHash, slug };
}
