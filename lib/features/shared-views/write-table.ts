import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReleasedHours, ReleasedMeasures, Snapshot } from "@/lib/domain/release/snapshot";
import { COLUMNS, type Row, type TableWords, tableOf } from "@/lib/domain/shared-view/table";
import { getFormats } from "@/lib/i18n/get-formats";
import { CSV_MARK, csvLines } from "@/lib/services/spreadsheet/csv-lines";

/** A view as CSV in the reader's language: a row for each entry, then one for each column that says what it means. */
export async function writeTable(snapshot: Snapshot): Promise<string> {
  const [t, formats] = await Promise.all([getTranslations("shared.file"), getFormats()]);
  const about = (title: string, words = ""): Row => ({ kind: t("kind.about"), title, words });
  const released = t("released", {
    date: formats.date(snapshot.releasedOn),
    organisation: snapshot.organisation,
  });
  const rows: Row[] = [
    ...tableOf(snapshot, await tableWords()),
    ...(snapshot.measures ? await measureRows(snapshot.measures) : []),
    about(released),
    ...COLUMNS.map((column) => about(t(`column.${column}`), t(`means.${column}`))),
  ];
  const lines = [
    COLUMNS.map((column) => t(`column.${column}`)),
    ...rows.map((row) => COLUMNS.map((column) => row[column] ?? "")),
  ];
  return `${CSV_MARK}${csvLines(lines)}`;
}

async function tableWords(): Promise<TableWords> {
  const [file, withheld, standing, badge, whose, basis, people, taxonomy] = await Promise.all([
    getTranslations("shared.file.kind"),
    getTranslations("shared.withheld"),
    getTranslations("standing"),
    getTranslations("shared.badge"),
    getTranslations("shared.whose"),
    getTranslations("shared.promise.basis"),
    getTranslations("shared.people"),
    getTranslations("taxonomy"),
  ]);
  return {
    kind: (kind) => file(kind),
    text: (text) => (typeof text === "string" ? text : withheld(text.withheld)),
    stood: (key, disputed) =>
      key === "stalled" && disputed ? standing("disputed") : standing(`label.${key}`),
    state: (state) => badge(state),
    whose: (source) => whose(source),
    basis: (kind) => basis(kind),
    bodySays: (says) => taxonomy(`bodySays.${says}`),
    communitySays: (says) => taxonomy(`communitySays.${says}`),
    response: (kind) => taxonomy(`responseKind.${kind}`),
    people: (count) => (typeof count === "number" ? people("about", { people: count }) : people(count)),
    total: (all) => people(all.orMore ? "totalOrMore" : "total", { people: all.people }),
  };
}

/** The measures with their formulas, figures as they stand on the page. */
async function measureRows(measures: ReleasedMeasures): Promise<Row[]> {
  const [kind, t, counts, people, formats] = await Promise.all([
    getTranslations("shared.file.kind"),
    getTranslations("shared.measures"),
    getTranslations("measures"),
    getTranslations("shared.people"),
    getFormats(),
  ]);
  const row = (title: string, figure: string, words: string): Row => ({
    kind: kind("measure"),
    title,
    figure,
    words,
  });
  const hours = ({ hours: given, orMore }: ReleasedHours) =>
    orMore ? t("orMore", { figure: formats.hours(given) }) : formats.hours(given);
  const part = (
    measure: "answered" | "promises" | "voice",
    { part: some, whole }: ReleasedMeasures["answered"],
  ) =>
    row(
      counts(`${measure}.unit`),
      whole === 0 ? counts("noneDue") : counts("part", { part: some, whole }),
      counts(`${measure}.how`),
    );
  const { people: all } = measures;
  return [
    row(
      t("people.unit"),
      people(all.orMore ? "totalOrMore" : "total", { people: all.people }),
      t("people.how"),
    ),
    row(t("hours.unit"), hours(measures.hoursGiven), t("hours.how")),
    row(t("action.unit"), hours(measures.hoursLedToAction), t("action.how")),
    row(t("noAction.unit"), hours(measures.hoursNoAction), t("noAction.how")),
    part("answered", measures.answered),
    part("promises", measures.promisesKept),
    part("voice", measures.membersTookPart),
  ];
}
