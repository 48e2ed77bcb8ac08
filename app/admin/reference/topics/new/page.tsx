import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { TopicForm } from "@/components/admin/reference/topics";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { openNewTopicForm } from "@/lib/features/reference/find-topics";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("reference.topics.add") };
}

export default async function NewTopicsPage() {
  const { value } = await readAdminPage(openNewTopicForm, "/admin/reference/topics/new", {});
  const t = await getTranslations("platform");
  return (
    <AdminPage current="topics">
      <PageHeader title={t("reference.topics.add")} />
      <TopicForm view={value.view} isNew />
    </AdminPage>
  );
}
