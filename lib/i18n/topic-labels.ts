import type { Messages } from "./catalogue";
import type { Locale } from "./locales";

/** What topics are called by now, by key and language: where a platform admin added or renamed one. */
export type TopicLabels = Record<string, { en: string; ar: string | null }>;

// The server that fills it and the one that reads it may be two bundles of one process.
const kept: typeof globalThis & { followthroughTopicLabels?: TopicLabels } = globalThis;

export function setTopicLabels(labels: TopicLabels): void {
  kept.followthroughTopicLabels = labels;
}

/** The catalogue with topics called as they are by now; a language without a word for one takes the English. */
export function withTopicLabels(locale: Locale, messages: Messages): Messages {
  const labels = Object.entries(kept.followthroughTopicLabels ?? {});
  if (labels.length === 0) return messages;
  const topic = Object.fromEntries(
    labels.map(([key, label]) => [key, locale === "ar" ? (label.ar ?? label.en) : label.en]),
  );
  return { ...messages, taxonomy: { ...messages.taxonomy, topic: { ...messages.taxonomy.topic, ...topic } } };
}
