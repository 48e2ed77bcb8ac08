import { useTranslations } from "next-intl";
import { FileList } from "@/components/attachment/file-list";
import { FilesCard } from "@/components/attachment/files-card";
import { Proposal } from "@/components/linked/proposal";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { AttachedFile } from "@/lib/domain/attached-file";
import type { ConsultationRecord } from "@/lib/domain/consultation-record";
import type { ConsultationRow } from "@/lib/domain/consultation-row";
import type { AnswerProposal } from "@/lib/domain/linked/answer-proposal";
import type { PlainDate } from "@/lib/domain/plain-date";
import { story } from "@/lib/domain/story";
import type { StoryEntry } from "@/lib/domain/story-message";
import { removeConsultationAction } from "@/lib/features/consultations/actions";
import { ConsultationAside } from "./consultation-aside";
import { RemoveForm } from "./forms/remove-form";
import { NextSteps } from "./next-steps";
import { StandingPanel } from "./standing-panel";
import { StoryTimeline } from "./story-timeline";
import { useTopicName } from "./topic-name";

/** Longer titles than this are set smaller: whole sentences come with imported registers. */
const LONG_TITLE = 120;
const CHANGE_AT = { response: "answer", follow_up: "promise", extension: "extension" } as const;

interface ConsultationPageProps {
  record: ConsultationRecord;
  row: ConsultationRow;
  /** What looks like an answer on their page; nobody has said yet whether it is one. */
  proposal: AnswerProposal | null;
  /** Of the consultation, its answers and its follow-ups. */
  files: readonly AttachedFile[];
  before: readonly ConsultationRow[];
  today: PlainDate;
  workspace: { slug: string; country: string; timeZone: string };
  mayWrite: boolean;
}

/** One consultation: where it stands and why, what happened, and what would change it. */
export function ConsultationPage({
  record,
  row,
  proposal,
  files,
  before,
  today,
  workspace,
  mayWrite,
}: ConsultationPageProps) {
  const t = useTranslations("consultation");
  const kind = useTranslations("taxonomy.kind");
  const topicName = useTopicName();
  const path = `/w/${workspace.slug}/consultations/${record.id}`;
  const about = [
    record.publicBody.name,
    record.kind ? kind(record.kind) : "",
    ...record.topics.map(topicName),
  ];
  const title = (
    <span
      dir="auto"
      className={
        record.title.length > LONG_TITLE ? "block text-base wrap-anywhere sm:text-lg" : "wrap-anywhere"
      }
    >
      {record.title}
    </span>
  );
  const changeHref = (of: NonNullable<StoryEntry["of"]>) => `${path}/${CHANGE_AT[of.kind]}/${of.id}`;
  return (
    <>
      <PageHeader title={title} eyebrow={about.filter(Boolean).join(" · ")} />
      {proposal ? (
        <Proposal proposal={proposal} path={path} slug={workspace.slug} mayWrite={mayWrite} />
      ) : null}
      <StandingPanel record={record} row={row} today={today} country={workspace.country} />
      <div className="mt-4 grid gap-4 lg:mt-6 lg:items-start lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)] lg:gap-6">
        <Card title={t("whatHappened")}>
          <StoryTimeline
            entries={story(record, today)}
            country={workspace.country}
            changeHref={mayWrite ? changeHref : null}
            filesOf={(of) => (
              <FileList
                files={files.filter((file) => file.to === of.kind && file.of === of.id)}
                slug={workspace.slug}
                mayWrite={mayWrite}
              />
            )}
            next={mayWrite ? <NextSteps record={record} standing={row.standing} path={path} /> : null}
          />
        </Card>
        <ConsultationAside
          record={record}
          row={row}
          before={before}
          today={today}
          workspace={workspace}
          mayWrite={mayWrite}
          files={<FilesCard files={files} slug={workspace.slug} path={path} mayWrite={mayWrite} />}
        />
      </div>
      {mayWrite ? (
        <RemoveForm
          slug={workspace.slug}
          id={record.id}
          action={removeConsultationAction}
          label={t("remove")}
          help={t("removeHelp")}
        />
      ) : null}
    </>
  );
}
