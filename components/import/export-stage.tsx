import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { IMPORT_OUTCOMES } from "@/lib/domain/import/stored";
import type { ExportStage, ImportSummary } from "@/lib/domain/import/view";
import { useFormats } from "@/lib/i18n/use-formats";
import { Counts } from "./counts";
import { HeldRows } from "./held-rows";
import { RefusedRows } from "./refused-rows";
import { SaveOrDiscard } from "./save-or-discard";

type Props = { slug: string; view: ImportSummary & ExportStage };

/** What an export of ours would do: nothing is saved yet. */
export function ExportStagePage({ slug, view }: Props) {
  const t = useTranslations("import");
  const { counts } = view;
  const toSave = counts.created + counts.changed;
  return (
    <>
      <PageHeader title={t("export.title")} sub={t("export.sub", { file: view.fileName })} />
      <Counts counts={counts} tense="export.count" />
      <SaveOrDiscard
        slug={slug}
        id={view.id}
        save={toSave > 0 ? t("export.confirm", { count: toSave }) : null}
        why={t(counts.unchanged > 0 ? "export.nothing" : "export.noneFits")}
      />
      <div className="grid gap-6">
        <HeldRows slug={slug} id={view.id} held={view.held} accepted={view.accepted} />
        <Settings settings={view.settings} />
        <Files files={view.files} />
        <RefusedRows
          href={`/w/${slug}/import/${view.id}/refused`}
          title={t("preview.refusedTitle")}
          hint={t("preview.refusedHint")}
          count={counts.refused}
          rows={view.refused}
        />
      </div>
    </>
  );
}

/** What becomes of the settings the export was made with, where they differ from ours. */
function Settings({ settings: { differing, taken } }: Pick<ExportStage, "settings">) {
  const t = useTranslations("import.export");
  const names = useTranslations("audit.field");
  const format = useFormats();
  if (differing.length === 0) return null;
  const fields = format.list(differing.map((setting) => names(setting)));
  return (
    <Notice title={t("settings")}>
      <p>{taken ? t("settingsTaken", { fields }) : t("settingsStay", { fields })}</p>
    </Notice>
  );
}

type File = ExportStage["files"][number];

function Files({ files }: Pick<ExportStage, "files">) {
  const t = useTranslations("import.export");
  const format = useFormats();
  const columns: Column<File>[] = [
    { key: "file", header: t("what"), main: true, cell: ({ file }) => t(`file.${file}`) },
    ...IMPORT_OUTCOMES.map(
      (outcome): Column<File> => ({
        key: outcome,
        header: t(outcome),
        align: "end",
        cell: ({ counts }) => format.number(counts[outcome]),
      }),
    ),
  ];
  return (
    <Card title={t("files")}>
      <DataTable caption={t("filesCaption")} columns={columns} rows={files} rowKey={({ file }) => file} />
    </Card>
  );
}
