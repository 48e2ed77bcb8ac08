import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Dashboard } from "@/components/dashboard/dashboard";
import { EmptyDashboard } from "@/components/dashboard/empty-dashboard";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { readOrder } from "@/lib/domain/measures";
import { may } from "@/lib/domain/permissions";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.place"))("home") };
}

export default async function DashboardPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const order = readOrder((await searchParams).bodies);
  const { value, member } = await readPage(getDashboard, workspace, `/w/${workspace}`, { order });
  return (
    <WorkspacePage member={member} current="home">
      {value.any ? (
        <Dashboard slug={workspace} {...value} />
      ) : (
        <EmptyDashboard slug={workspace} mayWrite={may(member.role, "record:write")} />
      )}
    </WorkspacePage>
  );
}
