import { useTranslations } from "next-intl";

/** A topic's name in the reader's language where it is a shared one, else as the organisation wrote it. */
export function useTopicName(): (topic: { key: string | null; name: string }) => string {
  const t = useTranslations("taxonomy.topic");
  return ({ key, name }) => {
    // Platform admins add topics and rename them, so not every key is one that was known when this was built.
    const known = key as Parameters<typeof t>[0];
    return key !== null && t.has(known) ? t(known) : name;
  };
}
