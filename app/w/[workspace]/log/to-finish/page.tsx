import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ToFinishItems } from "@/components/dashboard/to-finish-items";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { listToFinish } from "@/lib/features/quick-log/list-to-finish";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quick-log.toFinish"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function ToFinishPage({ params }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(listToFinish, workspace, `/w/${workspace}/log/to-finish`, {});
  const t = await getTranslations("quick-log.toFinish");
  const rest = value.total - value.items.length;
  return (
    <WorkspacePage member={member} current="home">
      <PageHeader title={t("title")} sub={t("sub")} />
      {value.items.length > 0 ? (
        <Card>
          <ToFinishItems slug={workspace} items={value.items} from="/log/to-finish" />
          {rest > 0 ? <p className="border-t border-line pt-3">{t("more", { count: rest })}</p> : null}
        </Card>
      ) : (
        <EmptyState title={t("none")} example={t("noneExample")} />
      )}
    </WorkspacePage>
  );
}
