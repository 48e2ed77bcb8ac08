import { useLocale, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import {
  type FailedMail,
  JOB_STATES,
  type JobRow,
  type JobState,
  MAIL_STATES,
  type MailDay,
  type MailState,
} from "@/lib/domain/health";
import { retryJobAction, retryMailAction } from "@/lib/features/health/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  figures: { jobs: Record<JobState, number>; mails: Record<MailState, number>; bytes: number };
  jobs: JobRow[];
  mails: { days: MailDay[]; failed: FailedMail[] };
  build: { version: string; commit: string | null };
  node: string;
  startedAt: Date;
  done?: string;
};

const DONE = ["retried", "over"] as const;

/** How the platform does: what is stuck comes first. */
export function HealthPage({ figures, jobs, mails, build, node, startedAt, done }: Props) {
  const t = useTranslations("platform.health");
  const finished = DONE.find((one) => one === done);
  const stuck = figures.jobs.failed + figures.mails.failed;
  return (
    <>
      {finished ? (
        <div className="mb-4">
          <Notice kind={finished === "retried" ? "success" : "info"}>{t(`done.${finished}`)}</Notice>
        </div>
      ) : null}
      <PageHeader title={t("title", { count: stuck })} sub={t("sub")} />
      <div className="grid gap-6">
        <JobsCard counts={figures.jobs} jobs={jobs} />
        <MailsCard counts={figures.mails} {...mails} />
        <ServerCard bytes={figures.bytes} build={build} node={node} startedAt={startedAt} />
      </div>
    </>
  );
}

const TONES: Record<JobState, BadgeTone> = {
  failed: "orange",
  retrying: "amber",
  running: "blue",
  waiting: "grey-outline",
};

function JobsCard({ counts, jobs }: { counts: Record<JobState, number>; jobs: JobRow[] }) {
  const t = useTranslations("platform.health.jobs");
  const formats = useFormats();
  return (
    <Card title={t("title")}>
      <p className="mb-3">
        {formats.list(JOB_STATES.map((state) => t(`count.${state}`, { count: counts[state] })))}
      </p>
      {jobs.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("caption")}
          rows={jobs}
          rowKey={(job) => job.id}
          columns={[
            {
              key: "task",
              header: t("task"),
              main: true,
              cell: ({ task, id }) => (
                <bdi dir="ltr">
                  {task} <span className="text-ink-2">#{id}</span>
                </bdi>
              ),
            },
            {
              key: "state",
              header: t("state"),
              cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
            },
            {
              key: "tries",
              header: t("tries"),
              align: "end",
              cell: ({ attempts, most }) => t("triesOf", { attempts, most }),
            },
            { key: "at", header: t("at"), cell: ({ runAt }) => formats.moment(runAt, "UTC") },
            {
              key: "retry",
              header: t("act"),
              cell: ({ id, state }) =>
                state === "failed" || state === "retrying" ? (
                  <form action={retryJobAction}>
                    <input type="hidden" name="id" value={id} />
                    <Button type="submit" variant="secondary">
                      {t("retry")}
                    </Button>
                  </form>
                ) : null,
            },
          ]}
        />
      )}
    </Card>
  );
}

type MailsProps = { counts: Record<MailState, number>; days: MailDay[]; failed: FailedMail[] };

function MailsCard({ counts, days, failed }: MailsProps) {
  const t = useTranslations("platform.health.mails");
  const formats = useFormats();
  return (
    <Card title={t("title")}>
      <p className="mb-3">
        {formats.list(MAIL_STATES.map((state) => t(`count.${state}`, { count: counts[state] })))}
      </p>
      {failed.length > 0 ? (
        <div className="mb-6">
          <DataTable
            caption={t("failedCaption")}
            rows={failed}
            rowKey={(mail) => mail.id}
            columns={[
              {
                key: "kind",
                header: t("kind"),
                main: true,
                cell: ({ kind }) => <bdi dir="ltr">{kind}</bdi>,
              },
              { key: "at", header: t("at"), cell: ({ createdAt }) => formats.moment(createdAt, "UTC") },
              {
                key: "retry",
                header: t("act"),
                cell: ({ id }) => (
                  <form action={retryMailAction}>
                    <input type="hidden" name="id" value={id} />
                    <Button type="submit" variant="secondary">
                      {t("retry")}
                    </Button>
                  </form>
                ),
              },
            ]}
          />
        </div>
      ) : null}
      {days.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("daysCaption")}
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { key: "day", header: t("day"), main: true, cell: ({ day }) => formats.date(day) },
            ...MAIL_STATES.map((state) => ({
              key: state,
              header: t(`states.${state}`),
              align: "end" as const,
              cell: (row: MailDay) => formats.number(row[state]),
            })),
          ]}
        />
      )}
    </Card>
  );
}

function ServerCard({
  bytes,
  build,
  node,
  startedAt,
}: Pick<Props, "build" | "node" | "startedAt"> & { bytes: number }) {
  const t = useTranslations("platform.health.server");
  const formats = useFormats();
  const language = useLocale();
  const size = new Intl.NumberFormat(language === "ar" ? "ar" : "en-GB", {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 0,
  }).format(bytes / 1_000_000);
  return (
    <Card title={t("title")}>
      <DefinitionList
        items={[
          { term: t("database"), value: size },
          {
            term: t("version"),
            value: (
              <bdi dir="ltr">
                {build.version} {build.commit ? `(${build.commit})` : null}
              </bdi>
            ),
          },
          { term: t("node"), value: <bdi dir="ltr">{node}</bdi> },
          { term: t("started"), value: formats.moment(startedAt, "UTC"), note: t("startedNote") },
        ]}
      />
    </Card>
  );
}
