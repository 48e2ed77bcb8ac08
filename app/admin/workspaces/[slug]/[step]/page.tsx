import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { StepForm } from "@/components/admin/workspaces/step-form";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import { isLifeStep } from "@/lib/domain/workspace-life";
import { openStepForm } from "@/lib/features/admin/open-workspace-forms";

type Props = { params: Promise<{ slug: string; step: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await params;
  const t = await getTranslations("workspaces");
  return { title: isLifeStep(step) ? t(`step.${step}.title`) : t("title") };
}

export default async function StepPage({ params }: Props) {
  const { slug, step } = await params;
  if (!isLifeStep(step)) notFound();
  const { value } = await readAdminPage(openStepForm, `/admin/workspaces/${slug}/${step}`, { slug, step });
  const t = await getTranslations("workspaces.step");
  return (
    <AdminPage current="workspaces">
      <PageHeader eyebrow={<bdi>{value.name}</bdi>} title={t(`${step}.title`)} />
      <StepForm {...value} />
    </AdminPage>
  );
}
