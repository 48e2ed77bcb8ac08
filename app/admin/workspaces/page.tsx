import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { WorkspaceList } from "@/components/admin/workspaces/workspace-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import type { Query } from "@/lib/domain/consultation-address";
import { readWorkspaceListAddress, workspaceListQuery } from "@/lib/domain/workspace-list";
import { findWorkspaces } from "@/lib/features/admin/find-workspaces";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("title") };
}

export default async function AdminWorkspacesPage({ searchParams }: Props) {
  const address = readWorkspaceListAddress(await searchParams);
  const path = `/admin/workspaces${workspaceListQuery(address)}`;
  const { value } = await readAdminPage(findWorkspaces, path, address);
  const t = await getTranslations("workspaces");
  return (
    <AdminPage current="workspaces">
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        action={<ButtonLink href="/admin/workspaces/new">{t("open")}</ButtonLink>}
      />
      <WorkspaceList address={address} {...value} />
    </AdminPage>
  );
}
