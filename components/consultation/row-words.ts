import { useTranslations } from "next-intl";
import type { ConsultationRow } from "@/lib/domain/consultation-row";
import { daysBetween, type PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

/** The short words of a row: hours given, how long past its date or what comes next, how much is done. */
export function useRowWords(): (
  row: ConsultationRow,
  today: PlainDate,
) => { hours: string; when: string; done?: string } {
  const t = useTranslations("consultations.row");
  const formats = useFormats();

  const when = (row: ConsultationRow, today: PlainDate): string => {
    const { thread } = row;
    const past = (from: PlainDate) => ({ days: formats.days(daysBetween(from, today)) });
    if (row.standing === "no_action" && row.firstAnswerOn) return t("sinceAnswer", past(row.firstAnswerOn));
    if (row.disputed && row.overdueSince) return t("disputed", past(row.overdueSince));
    if (row.overdueSince) return t("pastDate", past(row.overdueSince));
    if (row.standing === "planned") return t("starts", { date: formats.date(thread.startsOn) });
    if (row.standing === "waiting" && thread.answerDueOn)
      return t("answerDue", { date: formats.date(thread.answerDueOn) });
    const open = thread.promises
      .filter((promise) => promise.state === "open")
      .map((promise) => promise.dueOn)
      .sort();
    const next = open.find((date) => date >= today);
    if (row.standing === "promised" && next) return t("promiseDue", { date: formats.date(next) });
    return formats.month(thread.startsOn);
  };

  const hours = (row: ConsultationRow): string => {
    if (row.standing === "cancelled" || row.standing === "planned") return "";
    const given = formats.hours(Math.round((row.minutesAsked / 60) * 100) / 100);
    if (!row.hoursUnknown) return given;
    return row.minutesAsked > 0 ? t("hoursAtLeast", { hours: given }) : t("hoursUnknown");
  };

  return (row, today) => ({
    hours: hours(row),
    when: when(row, today),
    ...(row.counting > 0 &&
      row.doneCount > 0 && { done: t("done", { done: row.doneCount, counting: row.counting }) }),
  });
}
