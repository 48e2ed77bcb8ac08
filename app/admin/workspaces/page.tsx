import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { WorkspaceTable } from "@/components/admin/workspace-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/access/person";
import { findWorkspaces } from "@/lib/features/admin/find-workspaces";

type Props = { searchParams: Promise<{ after?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

export default async function AdminWorkspacesPage({ searchParams }: Props) {
  await requireAdmin("/admin/workspaces");
  const [t, { rows, next }] = await Promise.all([
    getTranslations("admin"),
    findWorkspaces((await searchParams).after ?? null),
  ]);
  return (
    <AdminPage current="workspaces">
      <PageHeader title={t("title")} sub={t("sub")} />
      <WorkspaceTable rows={rows} next={next} />
    </AdminPage>
  );
}
