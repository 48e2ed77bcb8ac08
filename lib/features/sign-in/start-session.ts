import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { hashToken, SESSION_SECONDS, sessionCookieName } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { settings } from "@/lib/env";
import { expiryAfter, finishSignIn } from "./finish-sign-in";

/** Signs somebody in whose passkey was checked: the same session as a mailed link starts. */
export async function startSession(userId: string, { shared }: { shared: boolean }): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const expires = expiryAfter(SESSION_SECONDS);
  await systemClient().session.deleteMany({ where: { expires: { lt: new Date() } } });
  await systemClient().session.create({ data: { sessionToken: hashToken(token), userId, expires } });
  await finishSignIn(token, { shared });
  (await cookies()).set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: settings().appUrl.startsWith("https:"),
    ...(shared ? {} : { expires }),
  });
}
