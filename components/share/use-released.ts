import { useTranslations } from "next-intl";
import type { PlainDate } from "@/lib/domain/plain-date";
import type {
  ReleasedCount,
  ReleasedDate,
  ReleasedPeople,
  ReleasedText,
} from "@/lib/domain/release/snapshot";
import { hasDay } from "@/lib/domain/shared-view/released-date";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";

/** Writes what was released in the reader's language: texts or why one is not shown, days or months, rounded people. */
export function useReleased() {
  const withheld = useTranslations("shared.withheld");
  const t = useTranslations("shared.people");
  const formats = useFormats();
  const text = (words: ReleasedText) => (typeof words === "string" ? words : withheld(words.withheld));
  return {
    text,
    /** The same, to stand inside a sentence. */
    within: (words: ReleasedText) => isolated(text(words)),
    date: (date: ReleasedDate) => (hasDay(date) ? formats.date(date) : formats.month(firstDay(date))),
    people: (count: ReleasedCount) => (typeof count === "number" ? t("about", { people: count }) : t(count)),
    total: ({ people, orMore }: ReleasedPeople) => t(orMore ? "totalOrMore" : "total", { people }),
  };
}

/** A month as a day that formats can write; the day itself is not shown. */
function firstDay(month: ReleasedDate): PlainDate {
  return `${month}-01`;
}
