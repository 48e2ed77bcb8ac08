import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { GrantedList } from "@/components/admin/support/granted-list";
import { readAdminPage } from "@/lib/access/admin";
import { findGranted } from "@/lib/features/support/find-granted";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("support.admin.title") };
}

type Props = { searchParams: Promise<{ page?: string }> };

export default async function AdminSupportPage({ searchParams }: Props) {
  const { page = "1" } = await searchParams;
  const { value } = await readAdminPage(findGranted, "/admin/support", { page });
  return (
    <AdminPage current="support">
      <GrantedList {...value} />
    </AdminPage>
  );
}
