import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { BodyList } from "@/components/admin/reference/body-list";
import { DoneNotice } from "@/components/admin/reference/done-notice";
import { readAdminPage } from "@/lib/access/admin";
import { readDirectoryAddress } from "@/lib/domain/reference";
import { findDirectoryBodies } from "@/lib/features/reference/find-directory-bodies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("places.bodies") };
}

type Props = {
  searchParams: Promise<{ q?: string; kind?: string; state?: string; page?: string; done?: string }>;
};

export default async function AdminBodiesPage({ searchParams }: Props) {
  const { done, ...query } = await searchParams;
  const { value } = await readAdminPage(
    findDirectoryBodies,
    "/admin/reference/bodies",
    readDirectoryAddress(query),
  );
  return (
    <AdminPage current="bodies">
      <DoneNotice done={done} />
      <BodyList {...value} />
    </AdminPage>
  );
}
