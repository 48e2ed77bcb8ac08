// Stands in for the request that Next would bring: who sends it, and where the answer leads. Tests of actions and
// route handlers put it in the place of next/headers and next/navigation, so it imports nothing that imports those.

/** The session's cookie, as it is called at an address without encryption. */
const SESSION_COOKIE = "followthrough-session";

const sent = { token: "", cookies: new Map<string, string>() };

/** From now on requests come from whoever holds this session's token; "" is a stranger. */
export function comeAs(token: string): void {
  sent.token = token;
  sent.cookies.clear();
}

export async function cookies() {
  const value = (name: string) => (name === SESSION_COOKIE ? sent.token : sent.cookies.get(name));
  return {
    get: (name: string) => (value(name) ? { name, value: value(name) } : undefined),
    getAll: () => [],
    has: (name: string) => Boolean(value(name)),
    set: (name: string | { name: string; value: string }, text = "") =>
      typeof name === "string" ? sent.cookies.set(name, text) : sent.cookies.set(name.name, name.value),
    delete: (name: string) => sent.cookies.delete(name),
  };
}

export async function headers() {
  return new Headers({ "accept-language": "en", "sec-fetch-site": "same-origin" });
}

/** Where an action or a page led instead of returning. */
export class Led extends Error {
  constructor(readonly to: string) {
    super(`led to ${to}`);
  }
}
export const NOWHERE = "not found";

export function redirect(to: string): never {
  throw new Led(to);
}
export const permanentRedirect = redirect;
export function notFound(): never {
  throw new Led(NOWHERE);
}
export const RedirectType = { push: "push", replace: "replace" };

/** next/server: what runs after the answer runs now. */
export function after(work: unknown): void {
  if (typeof work === "function") work();
}

/** next-intl/server: English, and keys instead of words. */
export async function getLocale() {
  return "en";
}
export async function getTranslations() {
  const words = (key: string) => key;
  return Object.assign(words, { rich: words, markup: words, raw: words, has: () => true });
}

/** Where running it leads: an address, NOWHERE, or "stays" when it returns. Throws what else is thrown. */
export async function leadsTo(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return "stays";
  } catch (error) {
    if (error instanceof Led) return error.to;
    throw error;
  }
}
