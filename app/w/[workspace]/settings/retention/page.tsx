import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OldRecords } from "@/components/settings/old-records";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { readPage } from "@/lib/access/pages";
import { findOldRecords } from "@/lib/features/retention/find-old-records";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("retention.title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["kept", "erased"] as const;

export default async function RetentionPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const after = typeof query.after === "string" ? query.after : null;
  const page = `/w/${workspace}/settings/retention`;
  const { value, member } = await readPage(findOldRecords, workspace, page, { after });
  const t = await getTranslations("settings");
  const common = await getTranslations("common");
  const done = DONE.find((one) => one === query.done);
  const { years, records, total, next } = value;
  return (
    <WorkspacePage member={member} current="settings">
      {done ? (
        <div className="mb-6">
          <Notice kind="success">{t(`retention.done.${done}`)}</Notice>
        </div>
      ) : null}
      <PageHeader
        title={t("retention.title")}
        sub={years === null ? undefined : t("retention.sub", { years, count: total })}
      />
      <OldRecords slug={workspace} years={years} records={records} />
      <Pagination
        label={common("pages")}
        next={next ? { href: `${page}?after=${next}`, label: common("nextPage") } : undefined}
      />
      <div className="mt-12 max-w-measure border-line border-t pt-6 text-ink-2">
        <p>{t("retention.also")}</p>
        <div className="mt-4">
          <ButtonLink variant="secondary" href={`/w/${workspace}/settings`}>
            {t("retention.back")}
          </ButtonLink>
        </div>
      </div>
    </WorkspacePage>
  );
}
