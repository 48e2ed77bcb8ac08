import { useTranslations } from "next-intl";
import { daysBetween, type PlainDate } from "@/lib/domain/plain-date";
import type { OverviewLine } from "@/lib/domain/shared-view/overview";
import { dayOf } from "@/lib/domain/shared-view/released-date";
import { useFormats } from "@/lib/i18n/use-formats";
import { useReleased } from "./use-released";

/** The short parts of a line: what is recorded, by when, whose date that is, and how long past. */
export function useLine(): (line: OverviewLine, releasedOn: PlainDate) => string[] {
  const t = useTranslations("shared.line");
  const whose = useTranslations("shared.whose");
  const says = useTranslations("taxonomy.communitySays");
  const promise = useTranslations("shared.promise");
  const formats = useFormats();
  const released = useReleased();

  const parts = (line: OverviewLine, releasedOn: PlainDate): (string | null)[] => {
    const date = line.on === null ? null : released.date(line.on);
    const ours = line.whose && whose(line.whose);
    const day = dayOf(line.on);
    const past = day !== null && day < releasedOn ? formats.days(daysBetween(day, releasedOn)) : null;
    switch (line.state) {
      case "done":
        return [
          date ? t("doneOn", { date }) : t("doneUndated"),
          line.communitySays && promise("communitySays", { answer: says(line.communitySays) }),
        ];
      case "answered":
        return [date ? t("answeredOn", { date }) : t("answeredUndated")];
      case "explained":
        return [date && t("explainedOn", { date })];
      case "disputed":
        return [date ? t("disputedOn", { date }) : t("disputedUndated")];
      case "late":
        if (!line.whose) return [date && t("lateSince", { date })];
        return [date && t("due", { date }), ours, past && t("late", { days: past })];
      case "silent":
        return [t("noAnswer"), date && t("due", { date }), ours, past && t("ago", { days: past })];
      case "no_action":
        return [date ? t("noAction", { date }) : t("noActionUndated")];
      case "waiting":
        return [date && t("answerDue", { date }), ours];
      default:
        return [date && t("due", { date }), ours];
    }
  };

  return (line, releasedOn) => parts(line, releasedOn).filter((part): part is string => Boolean(part));
}
