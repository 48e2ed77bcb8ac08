"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { visitor } from "@/lib/access/visitor";
import { safePath } from "./mint-token";
import { requestLink } from "./request-link";

/** What a failed sign-in form typed, for one page view: the form works before any script. */
const TYPED_COOKIE = "sign-in-typed";

/** Asks for a sign-in link by mail. */
export async function requestLinkAction(formData: FormData): Promise<void> {
  const typed = String(formData.get("email") ?? "");
  const next = safePath(String(formData.get("next") ?? "/"));
  const result = await requestLink(typed, {
    next,
    visitor: await visitor(),
    locale: await getLocale(),
    later: after,
  });
  if (result.ok) redirect("/sign-in/sent");

  const [error] = result.errors;
  (await cookies()).set(TYPED_COOKIE, typed.slice(0, 254), {
    httpOnly: true,
    sameSite: "lax",
    path: "/sign-in",
    maxAge: 60,
  });
  const query = new URLSearchParams({ next, problem: error?.code ?? "unexpected" });
  if (error?.params?.minutes) query.set("minutes", String(error.params.minutes));
  redirect(`/sign-in?${query}#error-summary`);
}
