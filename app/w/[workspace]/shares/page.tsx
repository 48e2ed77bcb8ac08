import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShareList } from "@/components/share-admin/share-list";
import { ShareNotice } from "@/components/share-admin/share-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { findShares } from "@/lib/features/shares/find-shares";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shares"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function SharesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const path = `/w/${workspace}/shares`;
  const { value, member } = await readPage(findShares, workspace, path, {});
  const t = await getTranslations("shares");
  const make =
    member.workspace.state === "active" ? (
      <ButtonLink href={`${path}/new`} icon="plus">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <WorkspacePage member={member} current="views">
      <ShareNotice done={(await searchParams).done} />
      <PageHeader title={t("title")} sub={t("sub")} action={value.shares.length > 0 ? make : undefined} />
      {value.shares.length > 0 ? (
        <ShareList shares={value.shares} slug={workspace} timeZone={member.workspace.timeZone} />
      ) : (
        <EmptyState title={t("empty")} example={t("emptyExample")} action={make} />
      )}
    </WorkspacePage>
  );
}
