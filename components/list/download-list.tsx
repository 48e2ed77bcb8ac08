import { useTranslations } from "next-intl";

type Props = {
  /** The list's own address, with its filters. */
  path: string;
  query: string;
};

const FORMATS = ["csv", "xlsx"] as const;

/** The list as it is filtered, all of it, as a file. */
export function DownloadList({ path, query }: Props) {
  const t = useTranslations("lists");
  const link = (format: (typeof FORMATS)[number]) => {
    const search = new URLSearchParams(query);
    search.set("as", format);
    return `${path}/download?${search}`;
  };
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
      <span id="download-list">{t("download")}</span>
      {FORMATS.map((format) => (
        <a
          key={format}
          href={link(format)}
          download
          aria-describedby="download-list"
          className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
        >
          {t(`format.${format}`)}
        </a>
      ))}
    </p>
  );
}
