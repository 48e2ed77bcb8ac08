import { useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import { useFormats } from "@/lib/i18n/use-formats";

interface ListPagesProps {
  /** The page shown: its first and last row, how many there are in all, and where the pages beside it begin. */
  list: { from: number; to: number; total: number; next: string | null; previous: string | null };
  /** The address of a page of this list, filters included. */
  link: (page: { after?: string; before?: string }) => string;
}

/** The way through a list that goes on, with where one is in it. */
export function ListPages({ list, link }: ListPagesProps) {
  const t = useTranslations("common");
  const formats = useFormats();
  const { previous, next } = list;
  return (
    <Pagination
      label={t("pages")}
      previous={previous ? { href: link({ before: previous }), label: t("previousPage") } : undefined}
      next={next ? { href: link({ after: next }), label: t("nextPage") } : undefined}
      summary={t("span", {
        from: formats.number(list.from),
        to: formats.number(list.to),
        total: formats.number(list.total),
      })}
    />
  );
}
