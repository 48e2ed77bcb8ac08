import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "@/components/audit/audit-page";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { auditQuery, readAuditAddress, toAuditFilters } from "@/lib/domain/audit-address";
import type { Query } from "@/lib/domain/consultation-address";
import { findAuditEvents } from "@/lib/features/audit/find-audit-events";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function RecordOfChangesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const address = readAuditAddress(await searchParams);
  const { value, member } = await readPage(
    findAuditEvents,
    workspace,
    `/w/${workspace}/audit${auditQuery(address.filters)}`,
    toAuditFilters(address),
  );
  return (
    <WorkspacePage member={member} current="audit">
      <AuditPage slug={workspace} address={address} {...value} />
    </WorkspacePage>
  );
}
