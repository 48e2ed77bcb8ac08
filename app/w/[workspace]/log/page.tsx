import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkOffer } from "@/components/linked/link-offer";
import { QuickLogForm } from "@/components/quick-log/quick-log-form";
import { Repeats, Unfinished } from "@/components/quick-log/repeats";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { recordId } from "@/lib/domain/fields";
import { settings } from "@/lib/env";
import { openQuickLog } from "@/lib/features/quick-log/open-quick-log";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quick-log"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function QuickLogPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const like = recordId.safeParse((await searchParams).like).data ?? null;
  const path = `/w/${workspace}/log${like ? `?like=${like}` : ""}`;
  const { value, member } = await readPage(openQuickLog, workspace, path, { like });
  const t = await getTranslations("quick-log");
  return (
    <WorkspacePage member={member} current="log">
      <PageHeader title={t("title")} sub={value.like ? t("repeating") : t("sub")} />
      {value.unfinished ? <Unfinished slug={workspace} unfinished={value.unfinished} /> : null}
      {value.like ? (
        <Link
          href={`/w/${workspace}/log`}
          className="mb-4 inline-flex min-h-11 items-center text-teal underline underline-offset-4"
        >
          {t("startEmpty")}
        </Link>
      ) : null}
      {settings().readLinks && !value.like && !value.view.drafted ? <LinkOffer slug={workspace} /> : null}
      <Repeats slug={workspace} repeats={value.view.drafted ? [] : value.repeats} />
      <QuickLogForm {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
