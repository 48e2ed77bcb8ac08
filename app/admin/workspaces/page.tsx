import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkspaceTable } from "@/components/admin/workspace-table";
import { PublicShell } from "@/components/shell/public-shell";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
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
    <PublicShell corner={<SignOutButton />}>
      <PageHeader title={t("title")} sub={t("sub")} />
      <WorkspaceTable rows={rows} next={next} />
    </PublicShell>
  );
}
