import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OldRecordForm } from "@/components/settings/old-record-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openOldRecord } from "@/lib/features/retention/open-old-record";
import { getFormats } from "@/lib/i18n/get-formats";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("oldRecord.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function OldRecordPage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/settings/retention/${id}`;
  const { value, member } = await readPage(openOldRecord, workspace, path, { id });
  const t = await getTranslations("settings");
  const formats = await getFormats();
  const { title, lastOn, eraseOn, kept } = value.old;
  const last = formats.date(lastOn);
  return (
    <WorkspacePage member={member} current="settings">
      <PageHeader
        eyebrow={t("oldRecord.title")}
        title={<bdi>{title}</bdi>}
        sub={
          kept
            ? t("oldRecord.subKept", { last, until: formats.date(kept.until) })
            : t("oldRecord.sub", { last, erased: eraseOn ? formats.date(eraseOn) : "" })
        }
      />
      <OldRecordForm id={id} view={value.view} workspace={member.workspace} />
    </WorkspacePage>
  );
}
