import "server-only";
import { countUse } from "@/lib/access/rate-limit";
import { sessionKey } from "@/lib/access/session";
import { settings } from "@/lib/env";
import { systemClock } from "@/lib/services/clock";
import type { Way } from "@/lib/services/guarded-fetch";
import { readLinkedPage } from "@/lib/services/linked-page";
import { checkLink } from "./check-link";

/** Of the form, filled in here and never by whoever sends it: what the page says, or why it says nothing. */
export const PAGE_FIELD = "page";
export const FAULT_FIELD = "fault";

/**
 * Reads the page behind a pasted address into its form, for whoever may write in the workspace: no site is asked for
 * anybody else, and no transaction waits for one.
 */
export async function readPasted(formData: FormData, way?: Partial<Way>): Promise<void> {
  formData.delete(PAGE_FIELD);
  formData.delete(FAULT_FIELD);
  if (!settings().readLinks && !way) return formData.set(FAULT_FIELD, "links_off");
  const key = await sessionKey(String(formData.get("_workspace") ?? ""));
  const checked = await checkLink.run(key, { link: formData.get("link") ?? "" }, systemClock());
  // What is wrong with it is said by the form's own use case.
  if (!checked.ok) return;
  const { link, today, userId } = checked.value.value;
  if ((await countUse("linkByMember", userId)) !== null) return formData.set(FAULT_FIELD, "too_many_links");
  const read = await readLinkedPage(link, today, undefined, way);
  if (!read.ok) return formData.set(FAULT_FIELD, `page_${read.fault}`);
  if ("page" in read) formData.set(PAGE_FIELD, JSON.stringify(read.page));
}
