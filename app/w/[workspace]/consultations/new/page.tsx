import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogConsultationForm } from "@/components/consultation/forms/log-consultation-form";
import { FilledNotice } from "@/components/linked/filled-notice";
import { LinkOffer } from "@/components/linked/link-offer";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { recordId } from "@/lib/domain/fields";
import { LINK_KINDS } from "@/lib/domain/linked/link";
import { settings } from "@/lib/env";
import { openLogForm } from "@/lib/features/consultations/open-log-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation-form"))("new.title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function LogConsultationPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const begun = recordId.safeParse(query.begun).data ?? null;
  const path = `/w/${workspace}/consultations/new${begun ? `?begun=${begun}` : ""}`;
  const { value, member } = await readPage(openLogForm, workspace, path, { begun });
  const t = await getTranslations("consultation-form");
  const { drafted, kept, errors } = value.view;
  // Once it is changed and left, it is kept like everything that was typed.
  const asRead = drafted && !kept && errors.length === 0;
  const filledFrom = asRead ? LINK_KINDS.find((kind) => kind === query.from) : undefined;
  return (
    <WorkspacePage member={member} current={null}>
      <PageHeader title={t("new.title")} sub={t("new.sub")} />
      {filledFrom ? <FilledNotice view={value.view} from={filledFrom} slug={workspace} /> : null}
      {settings().readLinks && !value.view.drafted && !value.begun ? <LinkOffer slug={workspace} /> : null}
      <LogConsultationForm {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
