import "server-only";
import { createTranslator } from "next-intl";
import { type CalendarEntry, FEED_TTL } from "@/lib/domain/calendar";
import { settings } from "@/lib/env";
import { catalogueFor } from "@/lib/i18n/catalogue";
import { isLocale, LOCALES } from "@/lib/i18n/locales";
import { writeCalendar } from "@/lib/services/calendar-file";

type Feed = { slug: string; locale: string | null; entries: readonly CalendarEntry[] };

/** A member's dates as an iCalendar file in their language. It says what kind of date each is, and nothing of what about. */
export function feedFile({ slug, locale, entries }: Feed): string {
  const spoken = isLocale(locale ?? undefined) ? (locale as (typeof LOCALES)[number]) : LOCALES[0];
  const t = createTranslator({ locale: spoken, namespace: "calendar", messages: catalogueFor(spoken) });
  return writeCalendar(
    { name: t("feed.name"), product: "Calendar feed", ttl: FEED_TTL },
    entries.map(({ kind, id, on, place, recordId, changedAt, version }) => ({
      id: `${kind}-${id}@followthrough`,
      on,
      title: t(`feed.${kind}`),
      text: t("feed.text"),
      url: `${settings().appUrl}/w/${slug}/${place}/${recordId}`,
      changedAt,
      sequence: version - 1,
    })),
  );
}
