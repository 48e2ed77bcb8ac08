import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { RateForm, RemoveRate } from "@/components/admin/reference/rates";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openRateForm } from "@/lib/features/reference/open-rate-forms";
import { getFormats } from "@/lib/i18n/get-formats";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.rates.one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function RatePage({ params }: Props) {
  const { id } = await params;
  const { value } = await readAdminPage(openRateForm, `/admin/reference/rates/${id}`, { id });
  const [t, formats] = await Promise.all([getTranslations("platform"), getFormats()]);
  const { country, validFrom } = value.rate;
  return (
    <AdminPage current="rates">
      <PageHeader
        title={t("reference.rates.one")}
        sub={t("reference.rates.countryFrom", { country, date: formats.date(validFrom) })}
      />
      <RateForm view={value.view} />
      <RemoveRate id={id} />
    </AdminPage>
  );
}
