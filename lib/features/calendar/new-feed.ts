import "server-only";
import { forget, showOnce, waiting } from "@/lib/access/shown-once";

export const FEED_PAGE = "/follow-ups/calendar";
const PLACE = { cookie: "followthrough-new-feed", page: FEED_PAGE };

/** Keeps a new address's secret for the page that shows it. */
export async function showFeed(slug: string, secret: string): Promise<void> {
  await showOnce(PLACE, slug, secret);
}

/** This device forgets it. */
export async function forgetFeed(slug: string): Promise<void> {
  await forget(PLACE, slug);
}

/** The secret that waits to be shown; it need not be the one that works. */
export async function waitingFeed(): Promise<{ token: string; tokenHash: string } | null> {
  return waiting(PLACE);
}
