import { useTranslations } from "next-intl";
import { useTopicName } from "@/components/consultation/topic-name";
import { OwnWords, RecordDetails } from "@/components/ui/record-details";
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
  const fields = [
    { term: t("kind"), value: <OwnWords>{kindName(record)}</OwnWords> },
    { term: t("when"), value: formats.dateRange(record.startsOn, record.endsOn ?? record.startsOn) },
    { term: t("whose"), value: owner(record.whose) },
    { term: t("body"), value: record.body && <OwnWords>{record.body}</OwnWords> },
    { term: t("place"), value: record.place && <OwnWords>{record.place}</OwnWords>, note: t("placeNote") },
    { term: t("hours"), value: record.hours !== null && formats.hours(record.hours) },
    {
      term: t("topics"),
      value: record.topics.length > 0 && <OwnWords>{formats.list(record.topics.map(topicName))}</OwnWords>,
    },
  ];
  return <RecordDetails fields={fields} missing={(terms) => t("missing", { fields: formats.list(terms) })} />;
}
