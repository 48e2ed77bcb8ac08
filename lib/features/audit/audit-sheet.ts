import "server-only";
import { getTranslations } from "next-intl/server";
import { readPage } from "@/lib/access/pages";
import { sessionKey } from "@/lib/access/session";
import { type AuditAddress, auditQuery, toAuditFilters } from "@/lib/domain/audit-address";
import type { AuditLine } from "@/lib/domain/audit-line";
import { todayIn } from "@/lib/domain/plain-date";
import { settings } from "@/lib/env";
import { actorName, fieldNames, sentenceKey, sentenceValues } from "@/lib/i18n/audit-words";
import { getFormats } from "@/lib/i18n/get-formats";
import { systemClock } from "@/lib/services/clock";
import { CSV_MARK, csvLines } from "@/lib/services/spreadsheet/csv-lines";
import { findAuditEvents } from "./find-audit-events";

// messages: audit.event.*

const AT_ONCE = 500;

/**
 * The trail as a CSV, narrowed like the page, in the reader's language, for whoever is signed in: a page at a time, so
 * that a long one is never held as a whole.
 */
export async function auditSheet(
  slug: string,
  address: AuditAddress,
): Promise<{ fileName: string; text: AsyncGenerator<string> }> {
  const filters = { ...toAuditFilters(address), after: null, before: null, limit: AT_ONCE };
  const path = `/w/${slug}/audit${auditQuery(address.filters)}`;
  const { value: first, member } = await readPage(findAuditEvents, slug, path, filters);
  const [t, formats, key] = await Promise.all([getTranslations("audit"), getFormats(), sessionKey(slug)]);
  const { timeZone } = member.workspace;

  const row = (line: AuditLine): string[] => [
    line.at.toISOString(),
    formats.moment(line.at, timeZone),
    actorName(t, line.actor),
    t
      .markup(sentenceKey(line), {
        ...sentenceValues(t, formats, line),
        who: (name) => name,
        what: (title) => title,
      })
      .replace(/[\u2068\u2069]/g, ""),
    formats.list(fieldNames(t, line.fields)),
    line.kind ?? "",
    line.thing.path === null ? "" : `${settings().appUrl}/w/${slug}${line.thing.path}`,
  ];

  async function* all(): AsyncGenerator<string> {
    const columns = ["at", "local", "who", "what", "changed", "kind", "link"] as const;
    yield `${CSV_MARK}${csvLines([columns.map((column) => t(`column.${column}`))])}`;
    for (let page = first; ; ) {
      if (page.lines.length > 0) yield csvLines(page.lines.map(row));
      if (page.next === null) return;
      const more = await findAuditEvents.run(key, { ...filters, after: page.next }, systemClock());
      if (!more.ok) throw new Error("The trail could not be read on while it was written");
      page = more.value.value;
    }
  }

  return { fileName: t("exportFileName", { date: todayIn(timeZone, systemClock()) }), text: all() };
}
