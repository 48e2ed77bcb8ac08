import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { BodyEntry } from "@/components/admin/reference/body-entry";
import { DoneNotice } from "@/components/admin/reference/done-notice";
import { readAdminPage } from "@/lib/access/admin";
import { openBodyEntry } from "@/lib/features/reference/open-directory-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.bodies.one") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; n?: string }> };

export default async function DirectoryBodyPage({ params, searchParams }: Props) {
  const [{ id: segment }, { done, n }] = await Promise.all([params, searchParams]);
  const path = `/admin/reference/bodies/${segment}`;
  const { value } = await readAdminPage(openBodyEntry, path, { id: decodeURIComponent(segment) });
  return (
    <AdminPage current="bodies">
      <DoneNotice done={done} workspaces={Number(n) || 0} />
      <BodyEntry {...value} />
    </AdminPage>
  );
}
