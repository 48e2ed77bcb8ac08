import "server-only";
import { DEMO_BUTTONS } from "@/lib/domain/demo-people";
import { settings } from "@/lib/env";
import { callbackPath, mintToken } from "./mint-token";

const LIFETIME_SECONDS = 60;
const LANDINGS: Record<string, string> = { officer: "/shared", admin: "/admin" };

/**
 * Where a demo button leads: next-auth's callback with a fresh token of that demo person.
 * Null outside of demo mode, for an unknown person, and when the button was pressed on another site.
 */
export async function signInForDemo(who: string, origin: string | null): Promise<string | null> {
  if (!settings().demo || origin !== new URL(settings().appUrl).origin) return null;
  const button = Object.entries(DEMO_BUTTONS).find(([key]) => key === who)?.[1];
  if (!button) return null;
  const next = button.workspace ? `/w/${button.workspace}` : (LANDINGS[who] ?? "/");
  return callbackPath(await mintToken(button.person.email, LIFETIME_SECONDS), next);
}
