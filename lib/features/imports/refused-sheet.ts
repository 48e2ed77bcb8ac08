import "server-only";
import { getTranslations } from "next-intl/server";
import { readPage } from "@/lib/access/pages";
import { sessionKey } from "@/lib/access/session";
import { type RefusalWords, refusalSentence } from "@/lib/domain/import/refusal-sentence";
import { systemClock } from "@/lib/services/clock";
import { writeRefused } from "@/lib/services/spreadsheet/write-refused";
import { findRefused } from "./find-refused";

const AT_ONCE = 500;

/**
 * The refused rows of an import as a CSV to mend and bring in again, for whoever is signed in; a page at a time, so
 * that a large one is never held as a whole.
 */
export async function refusedSheet(
  slug: string,
  id: string,
): Promise<{ fileName: string; text: AsyncGenerator<string> }> {
  const path = `/w/${slug}/import/${id}`;
  const first = await readPage(findRefused, slug, path, { id, after: 0, most: AT_ONCE });
  // messages: import.refusal.*, import.field.*
  const t = await getTranslations("import");
  const words: RefusalWords = (key, values) => t(key, values);
  const { fileName, headers, rows } = first.value;
  const key = await sessionKey(slug);

  async function* all() {
    for (let page = rows; page.length > 0; ) {
      for (const { row, cells, problems } of page) {
        yield {
          number: row,
          cells,
          reason: problems.map((problem) => refusalSentence(problem, words)).join(" "),
        };
      }
      const next = await findRefused.run(
        key,
        { id, after: page.at(-1)?.row ?? 0, most: AT_ONCE },
        systemClock(),
      );
      if (!next.ok) throw new Error("The refused rows went away while they were written");
      page = next.value.value.rows;
    }
  }

  const name = fileName.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N} ._-]+/gu, "-") || "sheet";
  return {
    fileName: t("refusedFileName", { name }),
    text: writeRefused(headers, { row: t("rowColumn"), reason: t("reasonColumn") }, all()),
  };
}
