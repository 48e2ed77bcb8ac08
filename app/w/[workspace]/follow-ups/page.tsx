import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutcomeNotice } from "@/components/consultation/forms/outcome-notice";
import { OwedList } from "@/components/owed/owed-list";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { owedQuery, readOwedAddress } from "@/lib/domain/owed";
import { may } from "@/lib/domain/permissions";
import { findOwed } from "@/lib/features/owed/find-owed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("owed"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function OwedPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const address = readOwedAddress(query);
  const path = `/follow-ups${owedQuery(address)}`;
  const { value, member } = await readPage(findOwed, workspace, `/w/${workspace}${path}`, {
    ...address,
    body: address.body || null,
  });
  const [t, calendar] = await Promise.all([getTranslations("owed"), getTranslations("calendar")]);
  const mayWrite = may(member.role, "record:write") && member.workspace.state === "active";
  return (
    <WorkspacePage member={member} current="owed">
      <div className="mb-4 empty:hidden">
        <OutcomeNotice query={query} slug={workspace} page={path} />
      </div>
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        action={
          <Link
            href={`/w/${workspace}/follow-ups/calendar`}
            className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
          >
            {calendar("link")}
          </Link>
        }
      />
      <OwedList slug={workspace} address={address} mayWrite={mayWrite} {...value} />
    </WorkspacePage>
  );
}
