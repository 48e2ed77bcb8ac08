import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { RetireTopic, TopicForm } from "@/components/admin/reference/topics";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openTopicForm } from "@/lib/features/reference/find-topics";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.topics.one") };
}

type Props = { params: Promise<{ key: string }> };

export default async function TopicPage({ params }: Props) {
  const { key } = await params;
  const { value } = await readAdminPage(openTopicForm, `/admin/reference/topics/${key}`, { key });
  const t = await getTranslations("platform");
  return (
    <AdminPage current="topics">
      <PageHeader eyebrow={t("reference.topics.one")} title={<bdi lang="en">{value.topic.name}</bdi>} />
      <TopicForm view={value.view} />
      <RetireTopic topic={value.topic} />
    </AdminPage>
  );
}
