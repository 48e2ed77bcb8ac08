import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { NewWorkspaceForm } from "@/components/admin/workspaces/new-workspace-form";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openNewWorkspaceForm } from "@/lib/features/admin/open-workspace-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces.new"))("title") };
}

export default async function NewWorkspacePage() {
  const { value } = await readAdminPage(openNewWorkspaceForm, "/admin/workspaces/new", {});
  const t = await getTranslations("workspaces.new");
  return (
    <AdminPage current="workspaces">
      <PageHeader title={t("title")} sub={t("sub")} />
      <NewWorkspaceForm {...value} />
    </AdminPage>
  );
}
