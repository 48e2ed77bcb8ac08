import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { EndForm } from "@/components/admin/reference/body-forms";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openEndForm } from "@/lib/features/reference/open-directory-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.end.title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function EndBodyPage({ params }: Props) {
  const { id: segment } = await params;
  const path = `/admin/reference/bodies/${segment}/end`;
  const { value } = await readAdminPage(openEndForm, path, { id: decodeURIComponent(segment) });
  const t = await getTranslations("platform");
  return (
    <AdminPage current="bodies">
      <PageHeader
        eyebrow={<bdi>{value.name}</bdi>}
        title={t("reference.end.title")}
        sub={t("reference.end.sub")}
      />
      <EndForm {...value} />
    </AdminPage>
  );
}
