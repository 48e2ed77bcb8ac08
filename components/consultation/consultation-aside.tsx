import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { ConsultationRecord } from "@/lib/domain/consultation-record";
import type { ConsultationRow as Row } from "@/lib/domain/consultation-row";
import { type PlainDate, todayIn } from "@/lib/domain/plain-date";
import { whatWouldChange } from "@/lib/domain/standing-sentence";
import { useFormats } from "@/lib/i18n/use-formats";
import { ConsultationDetails } from "./consultation-details";
import { ConsultationRow } from "./consultation-row";
import { useStoryWords } from "./use-story-words";

interface ConsultationAsideProps {
  record: ConsultationRecord;
  row: Row;
  /** What the same body asked on a shared topic in the year before. */
  before: readonly Row[];
  today: PlainDate;
  workspace: { slug: string; country: string; timeZone: string };
  mayWrite: boolean;
  files: ReactNode;
}

/** Beside the story: what would change where it stands, what was asked before, every detail, our own notes. */
export function ConsultationAside({
  record,
  row,
  before,
  today,
  workspace,
  mayWrite,
  files,
}: ConsultationAsideProps) {
  const t = useTranslations("consultation");
  const words = useStoryWords(workspace.country);
  const formats = useFormats();
  const { changed } = record;
  const changedOn = formats.date(todayIn(workspace.timeZone, new Date(changed.at)));
  const revise = {
    href: `/w/${workspace.slug}/consultations/${record.id}/edit`,
    label: t("revise"),
    fullLabel: t("reviseFull"),
  };
  return (
    <div className="grid min-w-0 content-start gap-4 lg:gap-6">
      <Card title={t("wouldChange")}>
        <p>{words(whatWouldChange(row))}</p>
      </Card>
      {before.length > 0 ? (
        <Card title={t("askedBefore")}>
          <p className="text-sm text-ink-2">{t("askedBeforeNote", { body: record.publicBody.name })}</p>
          <ul className="@container">
            {before.map((one) => (
              <ConsultationRow key={one.id} row={one} today={today} slug={workspace.slug} level={3} />
            ))}
          </ul>
        </Card>
      ) : null}
      {record.notes ? (
        <Card title={t("notes")} id="notes">
          <p className="mb-2 text-sm text-ink-2">{t("notesOurs")}</p>
          <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
            {record.notes}
          </p>
        </Card>
      ) : null}
      {files}
      <Card title={t("details")} link={mayWrite ? revise : undefined}>
        <ConsultationDetails record={record} country={workspace.country} />
        <p className="mt-3 border-line border-t pt-3 text-sm text-ink-2">
          {changed.by
            ? t("changedBy", { date: changedOn, name: changed.by })
            : t("changedOn", { date: changedOn })}
        </p>
      </Card>
    </div>
  );
}
