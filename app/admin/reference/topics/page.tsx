import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { DoneNotice } from "@/components/admin/reference/done-notice";
import { TopicList } from "@/components/admin/reference/topics";
import { readAdminPage } from "@/lib/access/admin";
import { readPageNumber } from "@/lib/domain/reference";
import { findTopics } from "@/lib/features/reference/find-topics";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("places.topics") };
}

type Props = { searchParams: Promise<{ page?: string; done?: string }> };

export default async function AdminTopicsPage({ searchParams }: Props) {
  const { done, ...query } = await searchParams;
  const { value } = await readAdminPage(findTopics, "/admin/reference/topics", {
    page: readPageNumber(query),
  });
  return (
    <AdminPage current="topics">
      <DoneNotice done={done} />
      <TopicList {...value} />
    </AdminPage>
  );
}
