import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityList } from "@/components/activity/activity-list";
import { OutcomeNotice } from "@/components/consultation/forms/outcome-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { activityQuery, readActivityAddress, toActivityFilters } from "@/lib/domain/activity-address";
import type { Query } from "@/lib/domain/consultation-address";
import { may } from "@/lib/domain/permissions";
import { findActivities } from "@/lib/features/activities/find-activities";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function ActivitiesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const address = readActivityAddress(query);
  const path = `/w/${workspace}/activities`;
  const { value, member } = await readPage(
    findActivities,
    workspace,
    `${path}${activityQuery(address.filters)}`,
    toActivityFilters(address),
  );
  const t = await getTranslations("activity");
  const mayWrite = may(member.role, "record:write") && member.workspace.state === "active";
  const log = (
    <ButtonLink href={`${path}/new`} icon="plus">
      {t("log")}
    </ButtonLink>
  );
  return (
    <WorkspacePage member={member} current="activities">
      <div className="mb-4 empty:hidden">
        <OutcomeNotice query={query} slug={workspace} page="/activities" />
      </div>
      <PageHeader title={t("title")} sub={t("sub")} action={mayWrite && value.any ? log : undefined} />
      <ActivityList slug={workspace} address={address} mayWrite={mayWrite} {...value} />
    </WorkspacePage>
  );
}
