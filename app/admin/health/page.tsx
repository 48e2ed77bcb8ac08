import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { HealthPage } from "@/components/admin/health/health-page";
import { readAdminPage } from "@/lib/access/admin";
import { getHealth } from "@/lib/features/health/get-health";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("places.health") };
}

type Props = { searchParams: Promise<{ done?: string }> };

export default async function AdminHealthPage({ searchParams }: Props) {
  const { value } = await readAdminPage(getHealth, "/admin/health", {});
  return (
    <AdminPage current="health">
      <HealthPage {...value} done={(await searchParams).done} />
    </AdminPage>
  );
}
