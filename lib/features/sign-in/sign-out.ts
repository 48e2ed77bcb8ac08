import "server-only";
import { cookies } from "next/headers";
import { sessionCookieName, sessionHash } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";

async function dropCookie(): Promise<void> {
  (await cookies()).delete({
    name: sessionCookieName(),
    path: "/",
    secure: sessionCookieName().startsWith("__Host-"),
  });
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  const hash = await sessionHash();
  if (hash) await systemClient().session.deleteMany({ where: { sessionToken: hash } });
  await dropCookie();
}

/** Ends every session of the person, on every device. */
export async function signOutEverywhere(): Promise<void> {
  const hash = await sessionHash();
  const session = hash && (await systemClient().session.findUnique({ where: { sessionToken: hash } }));
  if (session) await systemClient().session.deleteMany({ where: { userId: session.userId } });
  await dropCookie();
}
