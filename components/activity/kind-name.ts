import { useTranslations } from "next-intl";
import type { ActivityRow } from "@/lib/domain/activity-record";

/** The kind of an activity in the reader's language, or as the organisation named it. */
export function useKindName(): (activity: Pick<ActivityRow, "kind" | "ownKind">) => string {
  const t = useTranslations("taxonomy.activityKind");
  return ({ kind, ownKind }) => ownKind ?? t(kind);
}
