import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { readPage } from "@/lib/access/pages";
import { sessionKey } from "@/lib/access/session";
import type { UseCase } from "@/lib/access/use-case";
import { todayIn } from "@/lib/domain/plain-date";
import { directionOf } from "@/lib/i18n/locales";
import { systemClock } from "@/lib/services/clock";
import {
  type SheetCell,
  type SheetColumn,
  writeCsv,
  writeXlsx,
} from "@/lib/services/spreadsheet/write-sheet";

export const LIST_FORMATS = ["csv", "xlsx"] as const;
type ListFormat = (typeof LIST_FORMATS)[number];

const TYPES: Record<ListFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A column of a list as a file: its heading, how wide it is, and what stands in it. */
export type ListColumn<R> = SheetColumn & { cell: (row: R) => SheetCell };

/** A list as it is read, a page at a time. */
export type ListSource<S extends z.ZodType, T, R> = {
  useCase: UseCase<S, T>;
  /** Below the organisation, with its filters: where whoever is signed out comes back to. */
  path: string;
  /** What the first page is asked for, and each after it; null when there is none. */
  first: z.input<S>;
  next: (value: T) => z.input<S> | null;
  rows: (value: T) => readonly R[];
};

/** The format that an address asks for. */
export function listFormat(request: Request): ListFormat {
  const asked = new URL(request.url).searchParams.get("as");
  return LIST_FORMATS.find((format) => format === asked) ?? "csv";
}

/**
 * A filtered list as a file, all of its rows, for whoever is signed in: read a page at a time while it is sent.
 * @param name of the file, without its ending; it is also the name of the sheet
 */
export async function listFile<S extends z.ZodType, T, R>(
  slug: string,
  format: ListFormat,
  source: ListSource<S, T, R>,
  columns: readonly ListColumn<R>[],
  name: string,
): Promise<Response> {
  const { value, member } = await readPage(source.useCase, slug, `/w/${slug}${source.path}`, source.first);
  const [key, locale, t] = await Promise.all([sessionKey(slug), getLocale(), getTranslations("lists")]);

  async function* pages(): AsyncGenerator<SheetCell[][]> {
    for (let page = value; ; ) {
      yield source.rows(page).map((row) => columns.map(({ cell }) => cell(row)));
      const input = source.next(page);
      if (input === null) return;
      const more = await source.useCase.run(key, input, systemClock());
      if (!more.ok) throw new Error("The list could not be read on while it was written");
      page = more.value.value;
    }
  }

  const bytes =
    format === "csv"
      ? writeCsv(columns, pages())
      : writeXlsx(columns, pages(), { sheet: name, rightToLeft: directionOf(locale) === "rtl" });
  const today = todayIn(member.workspace.timeZone, systemClock());
  const fileName = `${t("fileName", { list: name, date: today })}.${format}`;
  return new Response(streamOf(bytes), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="list-${today}.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  });
}

function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}
