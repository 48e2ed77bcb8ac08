import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { MayEnter } from "@/components/admin/support/may-enter";
import { DoneNotice } from "@/components/admin/workspaces/done-notice";
import { LifeCard } from "@/components/admin/workspaces/life-card";
import { StateBadge } from "@/components/admin/workspaces/state-badge";
import { TombstoneDetails } from "@/components/admin/workspaces/tombstone-details";
import { WorkspaceDetails } from "@/components/admin/workspaces/workspace-details";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminPage } from "@/lib/access/admin";
import type { Query } from "@/lib/domain/consultation-address";
import { getWorkspace } from "@/lib/features/admin/get-workspace";
import { getFormats } from "@/lib/i18n/get-formats";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces.one"))("facts") };
}

export default async function AdminWorkspacePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { value } = await readAdminPage(getWorkspace, `/admin/workspaces/${slug}`, { slug });
  const t = await getTranslations("workspaces");
  const back = (
    <Link href="/admin/workspaces" className="underline underline-offset-4">
      {t("one.back")}
    </Link>
  );
  if (value.erased)
    return (
      <AdminPage current="workspaces">
        <PageHeader
          eyebrow={back}
          title={t("tombstone.title")}
          sub={t("tombstone.text", { date: (await getFormats()).date(value.erased.erasedOn) })}
        />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <TombstoneDetails erased={value.erased} />
          <LifeCard life={value.life} timeZone="UTC" />
        </div>
      </AdminPage>
    );
  return (
    <AdminPage current="workspaces">
      <DoneNotice done={(await searchParams).done} />
      <PageHeader
        eyebrow={back}
        title={<bdi>{value.name}</bdi>}
        action={<StateBadge state={value.state} />}
      />
      {value.support ? (
        <div className="mb-4">
          <MayEnter slug={slug} name={value.name} grant={value.support} />
        </div>
      ) : null}
      <WorkspaceDetails {...value} />
    </AdminPage>
  );
}
