import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { DoneNotice } from "@/components/admin/reference/done-notice";
import { RateList } from "@/components/admin/reference/rates";
import { readAdminPage } from "@/lib/access/admin";
import { readPageNumber } from "@/lib/domain/reference";
import { findRates } from "@/lib/features/reference/find-rates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("places.rates") };
}

type Props = { searchParams: Promise<{ page?: string; done?: string }> };

export default async function AdminRatesPage({ searchParams }: Props) {
  const { done, ...query } = await searchParams;
  const { value } = await readAdminPage(findRates, "/admin/reference/rates", {
    page: readPageNumber(query),
  });
  return (
    <AdminPage current="rates">
      <DoneNotice done={done} />
      <RateList {...value} />
    </AdminPage>
  );
}
