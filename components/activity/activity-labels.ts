import { useTranslations } from "next-intl";
import { OFFICIAL_ROWS } from "@/lib/domain/activity";
import { PARTICIPANT_GROUPS } from "@/lib/domain/taxonomy";

/** The labels of an activity's form, in the order of the page. */
export function useActivityLabels(): Record<string, string> {
  const t = useTranslations("activity-form.field");
  const group = useTranslations("taxonomy.group");
  const people = PARTICIPANT_GROUPS.flatMap((key) => [
    [`people_${key}`, t("people", { group: group(key) })],
    [`brought_${key}`, t("brought", { group: group(key) })],
  ]);
  const officials = OFFICIAL_ROWS.flatMap((row) => [
    [`role_${row}`, t("role", { row })],
    [`office_${row}`, t("office", { row })],
    [`body_${row}`, t("body", { row })],
  ]);
  return {
    title: t("title"),
    kind: t("kind"),
    ownKind: t("ownKind"),
    startsOn: t("startsOn"),
    endsOn: t("endsOn"),
    place: t("place"),
    hours: t("hours"),
    whose: t("whose"),
    publicBody: t("publicBody"),
    ...Object.fromEntries([...people, ...officials]),
    outcomes: t("outcomes"),
    outcomesSource: t("outcomesSource"),
    topics: t("topics"),
    notes: t("notes"),
  };
}
