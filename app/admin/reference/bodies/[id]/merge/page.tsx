import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { MergeForm } from "@/components/admin/reference/body-forms";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openMergeForm } from "@/lib/features/reference/open-directory-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.merge.title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function MergeBodyPage({ params }: Props) {
  const { id: segment } = await params;
  const path = `/admin/reference/bodies/${segment}/merge`;
  const { value } = await readAdminPage(openMergeForm, path, { id: decodeURIComponent(segment) });
  const t = await getTranslations("platform");
  return (
    <AdminPage current="bodies">
      <PageHeader
        eyebrow={<bdi>{value.name}</bdi>}
        title={t("reference.merge.title")}
        sub={t("reference.merge.sub")}
      />
      <MergeForm {...value} />
    </AdminPage>
  );
}
