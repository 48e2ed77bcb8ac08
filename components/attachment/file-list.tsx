import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { AttachedFile } from "@/lib/domain/attached-file";
import { removeAttachmentAction } from "@/lib/features/attachments/actions";
import { useFormats } from "@/lib/i18n/use-formats";

const KB = 1000;
const MB = 1000 * KB;

/** Words how big a file is: "240 KB", "1.4 MB". */
function useFileSize(): (bytes: number) => string {
  const t = useTranslations("attachment.size");
  const formats = useFormats();
  return (bytes) =>
    bytes >= MB
      ? t("mb", { amount: formats.number(Number((bytes / MB).toFixed(1))) })
      : t("kb", { amount: formats.number(Math.max(1, Math.round(bytes / KB))) });
}

type Props = { files: readonly AttachedFile[]; slug: string; mayWrite: boolean };

/** Files by their names, each with what it is. Removing one asks nothing, because it can be undone. */
export function FileList({ files, slug, mayWrite }: Props) {
  const t = useTranslations("attachment");
  const size = useFileSize();
  if (files.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {files.map((file) => (
        <li key={file.id} className="py-1">
          <a
            href={`/w/${slug}/files/${file.id}`}
            dir="auto"
            className="inline-flex min-h-11 items-center py-1 text-teal leading-snug wrap-anywhere underline underline-offset-4"
          >
            {file.name}
          </a>
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <p className="text-sm text-ink-2">
              {t("about", { kind: t(`format.${file.format}`), size: size(file.bytes) })}
            </p>
            {mayWrite ? (
              <form action={removeAttachmentAction} data-print="no" className="-me-4">
                <input type="hidden" name="_workspace" value={slug} />
                <input type="hidden" name="id" value={file.id} />
                <Button type="submit" variant="quiet" aria-label={t("removeOf", { name: file.name })}>
                  {t("remove")}
                </Button>
              </form>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
