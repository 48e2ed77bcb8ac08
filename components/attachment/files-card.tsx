import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AttachedFile } from "@/lib/domain/attached-file";
import { FileList } from "./file-list";

type Props = {
  files: readonly AttachedFile[];
  slug: string;
  /** The record's own path. */
  path: string;
  mayWrite: boolean;
};

/** The files of a consultation itself; those of its answers and follow-ups stand beside them in its story. */
export function FilesCard({ files, slug, path, mayWrite }: Props) {
  const t = useTranslations("attachment");
  const own = files.filter(({ to }) => to === "consultation");
  return (
    <Card title={t("title")} id="files">
      {files.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <FileList files={own} slug={slug} mayWrite={mayWrite} />
      {mayWrite ? (
        <div className="mt-3">
          <ButtonLink href={`${path}/files/new`} variant="secondary" icon="plus">
            {t("add")}
          </ButtonLink>
        </div>
      ) : null}
    </Card>
  );
}
