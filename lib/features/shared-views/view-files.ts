import "server-only";
import { getTranslations } from "next-intl/server";
import type { OpenView } from "@/lib/access/shares";
import type { PlainDate } from "@/lib/domain/plain-date";
import { setDates } from "@/lib/domain/shared-view/dates";
import { settings } from "@/lib/env";
import { getFormats } from "@/lib/i18n/get-formats";
import { writeCalendar } from "@/lib/services/calendar-file";
import { writeTable } from "./write-table";

/** A view's table as a file to keep. */
export async function tableFile({ snapshot }: OpenView): Promise<Response> {
  const text = await writeTable(snapshot);
  return file(text, "text/csv", await fileName(snapshot.releasedOn, "csv"));
}

/** A view's promised dates for a calendar. Says of none of them what it is about, and holds no link that opens the view. */
export async function calendarFile({ snapshot }: OpenView): Promise<Response> {
  const [t, formats] = await Promise.all([getTranslations("shared.calendar"), getFormats()]);
  const text = t("text", { date: formats.date(snapshot.releasedOn) });
  const calendar = writeCalendar(
    { name: t("name"), product: "Released view" },
    setDates(snapshot).map(({ ref, on, whose }) => ({
      id: `${ref}@followthrough`,
      on,
      title: t(whose),
      text,
      url: `${settings().appUrl}/shared`,
      changedAt: new Date(`${snapshot.releasedOn}T00:00:00Z`),
    })),
  );
  return file(calendar, "text/calendar", await fileName(snapshot.releasedOn, "ics"));
}

async function fileName(releasedOn: PlainDate, extension: string): Promise<string> {
  const t = await getTranslations("shared.file");
  return `${t("name", { date: releasedOn })}.${extension}`;
}

function file(text: string, type: string, name: string): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, "_");
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
    },
  });
}

/** What stands in place of a file that cannot be opened: one and the same whatever the reason. */
export async function noFile(): Promise<Response> {
  const t = await getTranslations("shared.gone");
  return new Response(t("file"), { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
