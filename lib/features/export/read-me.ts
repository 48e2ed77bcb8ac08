import "server-only";
import { getTranslations } from "next-intl/server";
import { EXPORT_FILE_NAMES, EXPORT_FILES } from "@/lib/domain/export/files";
import { LEFT_OUT } from "@/lib/domain/export/left-out";
import type { PlainDate } from "@/lib/domain/plain-date";
import { getFormats } from "@/lib/i18n/get-formats";

// messages: take-out.file.*, take-out.column.*, take-out.leftOut.*

/** The page that explains every file and every column of an export, in the reader's language; made from their definitions. */
export async function readMe(of: { name: string; on: PlainDate }): Promise<string> {
  const [t, formats] = await Promise.all([getTranslations("take-out"), getFormats()]);
  const files = EXPORT_FILE_NAMES.flatMap((name) => {
    const { means, exactOnly } = EXPORT_FILES[name];
    const columns = Object.entries(means).map(([column, meaning]) => {
      const only = exactOnly.includes(column) ? ` ${t("readMe.exactOnly")}` : "";
      return `  ${column}: ${t(`column.${meaning}`)}${only}`;
    });
    return [`${name}.jsonl, ${name}.csv`, t(`file.${name}`), ...columns, ""];
  });
  return [
    t("readMe.title", { organisation: of.name, date: formats.date(of.on) }),
    "",
    t("readMe.formats"),
    t("readMe.again"),
    t("readMe.people"),
    "",
    ...files,
    t("readMe.notInside"),
    ...LEFT_OUT.map((what) => `- ${t(`leftOut.${what}`)}`),
    "",
  ].join("\r\n");
}
