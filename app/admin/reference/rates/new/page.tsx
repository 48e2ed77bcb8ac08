import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { RateForm } from "@/components/admin/reference/rates";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openNewRateForm } from "@/lib/features/reference/open-rate-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.rates.add") };
}

export default async function NewRatesPage() {
  const { value } = await readAdminPage(openNewRateForm, "/admin/reference/rates/new", {});
  const t = await getTranslations("platform");
  return (
    <AdminPage current="rates">
      <PageHeader title={t("reference.rates.add")} />
      <RateForm view={value.view} isNew />
    </AdminPage>
  );
}
