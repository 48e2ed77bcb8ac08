import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsultationList } from "@/components/consultation/consultation-list";
import { OutcomeNotice } from "@/components/consultation/forms/outcome-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { listQuery, type Query, readListAddress, toFilters } from "@/lib/domain/consultation-address";
import { may } from "@/lib/domain/permissions";
import { findConsultations } from "@/lib/features/consultations/find-consultations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function ConsultationsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const address = readListAddress(query);
  const path = `/w/${workspace}/consultations`;
  const { value, member } = await readPage(
    findConsultations,
    workspace,
    `${path}${listQuery(address.filters)}`,
    toFilters(address),
  );
  const t = await getTranslations("consultations");
  const mayWrite = may(member.role, "record:write") && member.workspace.state === "active";
  return (
    <WorkspacePage member={member} current="consultations">
      <div className="mb-4 empty:hidden">
        <OutcomeNotice query={query} slug={workspace} page="/consultations" />
      </div>
      <PageHeader title={t("title")} sub={t("sub")} />
      <ConsultationList slug={workspace} address={address} mayWrite={mayWrite} {...value} />
    </WorkspacePage>
  );
}
