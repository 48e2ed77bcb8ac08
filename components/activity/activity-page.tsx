import { useTranslations } from "next-intl";
import { RemoveForm } from "@/components/consultation/forms/remove-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { ActivityRecord } from "@/lib/domain/activity-record";
import type { AttachedFile } from "@/lib/domain/attached-file";
import { type PlainDate, todayIn } from "@/lib/domain/plain-date";
import { removeActivityAction } from "@/lib/features/activities/actions";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";
import { ActivityDetails } from "./activity-details";
import { ActivityPromises } from "./activity-promises";
import { useKindName } from "./kind-name";
import { Officials, WhoTookPart } from "./who-took-part";

type Props = {
  record: ActivityRecord;
  today: PlainDate;
  /** Of its promises. */
  files: readonly AttachedFile[];
  workspace: { slug: string; timeZone: string };
  mayWrite: boolean;
};

/** One activity: who was there, what was promised, what came of it. */
export function ActivityPage({ record, today, files, workspace, mayWrite }: Props) {
  const t = useTranslations("activity");
  const formats = useFormats();
  const kindName = useKindName();
  const path = `/w/${workspace.slug}/activities/${record.id}`;
  const when = formats.dateRange(record.startsOn, record.endsOn ?? record.startsOn);
  const title = (
    <span dir="auto" className="wrap-anywhere">
      {record.title}
    </span>
  );
  const changedOn = formats.date(todayIn(workspace.timeZone, new Date(record.changed.at)));
  const revise = { href: `${path}/edit`, label: t("revise"), fullLabel: t("reviseFull") };
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={[kindName(record), record.body].filter(Boolean).join(" · ")}
        sub={when}
      />
      <div className="grid gap-4 lg:items-start lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)] lg:gap-6">
        <div className="grid min-w-0 gap-4 lg:gap-6">
          <Card title={t("promises")}>
            <ActivityPromises
              promises={record.promises}
              today={today}
              path={mayWrite ? path : null}
              files={files}
              slug={workspace.slug}
            />
          </Card>
          <Card title={t("whoTookPart")}>
            <WhoTookPart groups={record.groups} />
          </Card>
          <Card title={t("officials")}>
            <Officials officials={record.officials} />
          </Card>
          <Outcomes record={record} />
        </div>
        <div className="grid min-w-0 content-start gap-4 lg:gap-6">
          <Card title={t("details")} link={mayWrite ? revise : undefined}>
            <ActivityDetails record={record} />
            <p className="mt-3 border-line border-t pt-3 text-sm text-ink-2">
              {record.changed.by
                ? t("changedBy", { date: changedOn, name: record.changed.by })
                : t("changedOn", { date: changedOn })}
            </p>
          </Card>
          {record.notes ? (
            <Card title={t("notes")} id="notes">
              <p className="mb-2 text-sm text-ink-2">{t("notesOurs")}</p>
              <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
                {record.notes}
              </p>
            </Card>
          ) : null}
        </div>
      </div>
      {mayWrite ? (
        <RemoveForm
          slug={workspace.slug}
          id={record.id}
          action={removeActivityAction}
          label={t("remove")}
          help={t("removeHelp")}
        />
      ) : null}
    </>
  );
}

function Outcomes({ record }: { record: ActivityRecord }) {
  const t = useTranslations("activity");
  const outcome = useTranslations("taxonomy.outcome");
  return (
    <Card title={t("outcomes")}>
      {record.outcomes.length > 0 ? (
        <ul className="list-disc ps-5">
          {record.outcomes.map((key) => (
            <li key={key}>{outcome(key)}</li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{t("noOutcomes")}</p>
      )}
      {record.outcomesSource ? (
        <p className="mt-2 max-w-measure text-ink-2 wrap-anywhere">
          {t("outcomesSource", { source: isolated(record.outcomesSource) })}
        </p>
      ) : null}
    </Card>
  );
}
