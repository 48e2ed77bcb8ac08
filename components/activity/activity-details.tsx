import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTopicName } from "@/components/consultation/topic-name";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ActivityRecord } from "@/lib/domain/activity-record";
import { useFormats } from "@/lib/i18n/use-formats";
import { useKindName } from "./kind-name";

/** Every detail of an activity that is filled in, and which ones are not. */
export function ActivityDetails({ record }: { record: ActivityRecord }) {
  const t = useTranslations("activity.field");
  const owner = useTranslations("taxonomy.eventOwner");
  const formats = useFormats();
  const kindName = useKindName();
  const topicName = useTopicName();
  const fields: { term: string; value: ReactNode; note?: string }[] = [
    { term: t("kind"), value: text(kindName(record)) },
    { term: t("when"), value: formats.dateRange(record.startsOn, record.endsOn ?? record.startsOn) },
    { term: t("whose"), value: owner(record.whose) },
    { term: t("body"), value: record.body && text(record.body) },
    { term: t("place"), value: record.place && text(record.place), note: t("placeNote") },
    { term: t("hours"), value: record.hours !== null && formats.hours(record.hours) },
    {
      term: t("topics"),
      value: record.topics.length > 0 && text(formats.list(record.topics.map(topicName))),
    },
  ];
  const missing = fields.filter(({ value }) => !value).map(({ term }) => term);
  return (
    <>
      <DefinitionList items={fields.filter(({ value }) => value)} layout="stacked" />
      {missing.length > 0 ? (
        <p className="border-line border-t pt-2 text-sm text-ink-2">
          {t("missing", { fields: formats.list(missing) })}
        </p>
      ) : null}
    </>
  );
}

/** Text that people wrote reads in its own direction. */
function text(written: string): ReactNode {
  return (
    <span dir="auto" className="wrap-anywhere">
      {written}
    </span>
  );
}
