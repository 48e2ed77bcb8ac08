import { useTranslations } from "next-intl";
import { TOPICS } from "@/lib/domain/taxonomy";

/** A topic's name in the reader's language where it is a shared one, else as the organisation wrote it. */
export function useTopicName(): (topic: { key: string | null; name: string }) => string {
  const t = useTranslations("taxonomy.topic");
  return ({ key, name }) => {
    const known = TOPICS.find((topic) => topic === key);
    return known ? t(known) : name;
  };
}
