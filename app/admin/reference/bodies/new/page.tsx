import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { DirectoryBodyForm } from "@/components/admin/reference/body-forms";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openNewBodyForm } from "@/lib/features/reference/open-directory-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.bodies.add") };
}

export default async function NewBodiesPage() {
  const { value } = await readAdminPage(openNewBodyForm, "/admin/reference/bodies/new", {});
  const t = await getTranslations("platform");
  return (
    <AdminPage current="bodies">
      <PageHeader title={t("reference.bodies.add")} />
      <DirectoryBodyForm view={value.view} isNew />
    </AdminPage>
  );
}
