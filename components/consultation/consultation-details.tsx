import { useTranslations } from "next-intl";
import { OwnWords, RecordDetails } from "@/components/ui/record-details";
import type { ConsultationRecord } from "@/lib/domain/consultation-record";
import { useFormats } from "@/lib/i18n/use-formats";
import { useBeforeYouAgree } from "./before-you-agree";
import { useTopicName } from "./topic-name";
import { useMoney } from "./use-money";

/** Every field of a consultation that is filled in, and which ones are not. Notes stand apart. */
export function ConsultationDetails({ record, country }: { record: ConsultationRecord; country: string }) {
  const t = useTranslations("consultation.field");
  const taxonomy = useTranslations("taxonomy");
  const formats = useFormats();
  const money = useMoney(country);
  const topicName = useTopicName();
  const before = useBeforeYouAgree(record);
  const {
    kind,
    participationLevel: level,
    voice,
    minutesEach,
    staffHours,
    paymentReceived,
    sourceUrl,
  } = record;

  const hoursKnown = record.minutesAsked > 0 || (record.participants !== null && minutesEach !== null);

  const fields = [
    {
      term: t("publicBody"),
      value: <OwnWords>{record.publicBody.name}</OwnWords>,
      note: taxonomy(`bodyKind.${record.publicBody.kind}`),
    },
    {
      term: t("otherBodies"),
      value: record.otherBodies.length > 0 && <OwnWords>{formats.list(record.otherBodies)}</OwnWords>,
    },
    { term: t("kind"), value: kind && taxonomy(`kind.${kind}`) },
    {
      term: t("participationLevel"),
      value: level && taxonomy(`participationLevel.${level}`),
      note: level ? taxonomy(`participationPromise.${level}`) : undefined,
    },
    { term: t("voice"), value: voice && taxonomy(`voice.${voice}`) },
    {
      term: t("topics"),
      value: record.topics.length > 0 && <OwnWords>{formats.list(record.topics.map(topicName))}</OwnWords>,
    },
    ...before,
    { term: t("askedOn"), value: record.askedOn && formats.date(record.askedOn) },
    { term: t("startsOn"), value: formats.date(record.startsOn) },
    { term: t("endsOn"), value: record.endsOn && formats.date(record.endsOn) },
    { term: t("answerPromisedOn"), value: record.answerPromisedOn && formats.date(record.answerPromisedOn) },
    { term: t("participants"), value: record.participants !== null && formats.number(record.participants) },
    { term: t("sessions"), value: formats.number(record.sessions) },
    { term: t("minutesEach"), value: minutesEach !== null && formats.minutes(minutesEach) },
    { term: t("staffHours"), value: staffHours !== null && formats.hours(staffHours) },
    {
      term: t("hours"),
      value: hoursKnown && formats.hours(Math.round((record.minutesAsked / 60) * 100) / 100),
      note: t("hoursNote"),
    },
    { term: t("paymentReceived"), value: paymentReceived !== null && money(paymentReceived) },
    { term: t("reference"), value: record.reference && <OwnWords>{record.reference}</OwnWords> },
    {
      term: t("sourceUrl"),
      value: sourceUrl && (
        <a href={sourceUrl} rel="noreferrer" className="text-teal wrap-anywhere underline underline-offset-4">
          {sourceUrl.replace(/^https?:\/\//, "")}
        </a>
      ),
    },
  ];
  return <RecordDetails fields={fields} missing={(terms) => t("missing", { fields: formats.list(terms) })} />;
}
