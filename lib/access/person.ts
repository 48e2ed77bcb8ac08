import "server-only";
import { notFound, redirect } from "next/navigation";
import { systemClient } from "@/lib/db/clients";
import { signInPath } from "./pages";
import { AFTERLIFE_SECONDS, sessionHash } from "./session";

/** Somebody who is signed in, outside of any workspace. */
export type Person = {
  id: string;
  email: string;
  name: string;
  isPlatformAdmin: boolean;
  workspaces: { slug: string; name: string }[];
};

/** Who is signed in; null for a stranger. */
export async function findPerson(): Promise<Person | null> {
  const hash = await sessionHash();
  if (!hash) return null;
  const session = await systemClient().session.findUnique({
    where: { sessionToken: hash, expires: { gt: new Date(Date.now() + AFTERLIFE_SECONDS * 1000) } },
    select: {
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          isPlatformAdmin: true,
          memberships: {
            where: { workspace: { state: { in: ["active", "suspended", "closing"] } } },
            select: { workspace: { select: { slug: true, name: true } } },
            orderBy: { workspace: { name: "asc" } },
          },
        },
      },
    },
  });
  if (!session) return null;
  const { id, email, name, isPlatformAdmin, memberships } = session.user;
  return {
    id,
    email,
    name: name ?? email,
    isPlatformAdmin,
    workspaces: memberships.map(({ workspace }) => workspace),
  };
}

/** Whoever is signed in; a stranger goes to sign-in and comes back to `path`. */
export async function requirePerson(path: string): Promise<Person> {
  return (await findPerson()) ?? redirect(signInPath(path));
}

/** A platform admin; for anybody else the page is not there. */
export async function requireAdmin(path: string): Promise<Person> {
  const person = await requirePerson(path);
  return person.isPlatformAdmin ? person : notFound();
}
