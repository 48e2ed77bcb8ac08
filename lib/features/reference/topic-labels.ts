import "server-only";
import { systemClient } from "@/lib/db/clients";
import { setTopicLabels } from "@/lib/i18n/topic-labels";
import { log } from "@/lib/services/log";

/** Milliseconds after which a server knows that a topic was renamed on another one. */
const EVERY = 30_000;
let seen: bigint | null = null;

/** Takes up what topics are called, when one of them has changed since this server last looked. */
export async function refreshTopicLabels(): Promise<void> {
  const stamp = await systemClient().referenceStamp.findUnique({ where: { list: "topics" } });
  if (!stamp || stamp.version === seen) return;
  // The others read as the catalogue has them.
  const changed = await systemClient().sharedTopic.findMany({
    where: { OR: [{ version: { gt: 1 } }, { nameAr: { not: null } }] },
  });
  setTopicLabels(Object.fromEntries(changed.map(({ key, name, nameAr }) => [key, { en: name, ar: nameAr }])));
  seen = stamp.version;
}

/** Keeps the names of topics up to date for as long as this server runs. */
export async function keepTopicLabels(): Promise<void> {
  await refreshTopicLabels();
  setInterval(() => {
    refreshTopicLabels().catch(() => log().warn("the names of topics could not be read"));
  }, EVERY).unref();
}
