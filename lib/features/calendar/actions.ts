"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { WORKSPACE_FIELD } from "@/lib/access/actions";
import { signInPath } from "@/lib/access/pages";
import { hashToken, sessionHash } from "@/lib/access/session";
import { setCalendarFeed } from "@/lib/db/set-calendar-feed";
import { newSecret } from "@/lib/features/tokens/new-secret";
import { FEED_PAGE, forgetFeed, showFeed } from "./new-feed";

const sent = z.object({ id: z.uuid(), instead: z.union([z.literal("none"), z.uuid()]) });

function slugOf(formData: FormData): string {
  return String(formData.get(WORKSPACE_FIELD) ?? "");
}

/** With `makes`: an address for one's own calendar, in place of the one before; without: there is none any more. */
async function change(formData: FormData, makes: boolean): Promise<never> {
  const slug = slugOf(formData);
  const page = `/w/${encodeURIComponent(slug)}${FEED_PAGE}`;
  const session = await sessionHash();
  if (!session) redirect(signInPath(page));
  const form = sent.safeParse({ id: formData.get("id"), instead: formData.get("instead") });
  if (!form.success) redirect(page);
  const { id, instead } = form.data;
  const secret = newSecret();
  const outcome = await setCalendarFeed(session, slug, {
    instead: instead === "none" ? null : instead,
    made: makes ? { id, tokenHash: hashToken(secret) } : null,
  });
  if (outcome === "not_found") notFound();
  if (outcome === "read_only") redirect(`${page}?problem=read_only`);
  // Sent twice: the first one's address goes on waiting to be shown.
  if (outcome === "unchanged") redirect(page);
  await (makes ? showFeed(slug, secret) : forgetFeed(slug));
  redirect(`${page}?done=${makes ? "made" : "stopped"}`);
}

/** A member makes an address for their own calendar; the one before stops. */
export async function makeFeedAction(formData: FormData): Promise<void> {
  return change(formData, true);
}

/** A member's calendar address stops, at once. */
export async function stopFeedAction(formData: FormData): Promise<void> {
  return change(formData, false);
}

/** Only this device's own cookie goes. */
export async function hideFeedAction(formData: FormData): Promise<void> {
  const slug = slugOf(formData);
  await forgetFeed(slug);
  redirect(`/w/${encodeURIComponent(slug)}${FEED_PAGE}`);
}
