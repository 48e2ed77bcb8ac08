import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { seal, unseal } from "./secret-box";

/**
 * New recovery codes on their way from the form that made them to the page that shows them: sealed, in a cookie that
 * only this page gets, for a few minutes. The database has nothing but their hashes.
 */
const COOKIE = "recovery-codes";
const PATH = "/admin/second-factor";
const SECONDS = 300;
const codes = z.array(z.string());

export async function tellCodes(userId: string, told: readonly string[]): Promise<void> {
  (await cookies()).set(COOKIE, seal(JSON.stringify(told), userId), {
    httpOnly: true,
    sameSite: "strict",
    path: PATH,
    maxAge: SECONDS,
  });
}

/** The codes that were just made for this person; null once they have been put away, or a few minutes later. */
export async function toldCodes(userId: string): Promise<string[] | null> {
  const sealed = (await cookies()).get(COOKIE)?.value;
  const opened = sealed ? unseal(sealed, userId) : null;
  return opened === null ? null : codes.parse(JSON.parse(opened));
}

export async function forgetCodes(): Promise<void> {
  (await cookies()).delete({ name: COOKIE, path: PATH });
}
