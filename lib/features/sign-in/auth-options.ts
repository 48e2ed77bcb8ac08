import "server-only";
import type { NextAuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import { AFTERLIFE_SECONDS, SESSION_SECONDS, sessionCookieName } from "@/lib/access/session";
import { settings } from "@/lib/env";
import { log } from "@/lib/services/log";
import { signInAdapter } from "./adapter";

/** next-auth takes the one-time token and starts the session; asking for the token is ours (request-link.ts). */
export function authOptions(): NextAuthOptions {
  const secure = settings().appUrl.startsWith("https:");
  return {
    adapter: signInAdapter,
    secret: settings().authSecret,
    useSecureCookies: secure,
    session: { strategy: "database", maxAge: SESSION_SECONDS + AFTERLIFE_SECONDS },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [
      EmailProvider({
        server: {},
        from: "unused",
        sendVerificationRequest: () => Promise.reject(new Error("Links are mailed by requestLink")),
      }),
    ],
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: {
      error: (code) => log().error({ code }, "sign-in failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
