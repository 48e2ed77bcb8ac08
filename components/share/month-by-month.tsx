import { useTranslations } from "next-intl";
import { StandingBadge } from "@/components/standing/standing-badge";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ReleasedDate, Snapshot } from "@/lib/domain/release/snapshot";
import type { ReleasedEntry } from "@/lib/domain/shared-view/record-of";
import { useFormats } from "@/lib/i18n/use-formats";
import { PromiseEntry } from "./promise-entry";
import { ResponseEntry } from "./response-entry";
import { useReleased } from "./use-released";

/** A consultation on a sensitive topic: the same facts by month, and no thread, which would need days. */
export function MonthByMonth({ entry, snapshot }: { entry: ReleasedEntry; snapshot: Snapshot }) {
  const t = useTranslations("shared.entry");
  const whose = useTranslations("shared.whose");
  const voice = useTranslations("taxonomy.voiceMeaning");
  const released = useReleased();
  const formats = useFormats();
  const { consultation, promises, responses } = entry;
  const { startsOn, endsOn, answerDue, firstAnswerDue, cancelledOn, reasonsAccepted } = consultation;
  const month = (date: ReleasedDate | null) => (date === null ? null : released.date(date));
  const owned = (due: typeof answerDue) =>
    due && t("withWhose", { date: released.date(due.on), whose: whose(due.whose) });
  const range =
    endsOn === null || endsOn === startsOn
      ? released.date(startsOn)
      : t("range", { from: released.date(startsOn), to: released.date(endsOn) });
  const ahead = startsOn > snapshot.releasedOn.slice(0, startsOn.length);
  const items = [
    { term: t("asked"), value: month(consultation.askedOn) },
    { term: t(ahead ? "starts" : endsOn === null ? "underWay" : "tookPart"), value: range },
    { term: t("people"), value: ahead ? null : released.people(consultation.people) },
    { term: t("hours"), value: consultation.hours === null ? null : formats.hours(consultation.hours) },
    { term: t("voice"), value: consultation.voice && voice(consultation.voice) },
    { term: t("purpose"), value: consultation.purpose && released.text(consultation.purpose) },
    { term: t("firstDue"), value: owned(firstAnswerDue) },
    { term: t("answerDue"), value: owned(answerDue) },
    { term: t("reasons"), value: reasonsAccepted && released.date(reasonsAccepted.on) },
    { term: t("cancelled"), value: month(cancelledOn) },
  ];
  return (
    <>
      <p className="mb-1">
        <StandingBadge standing={consultation.standing} disputed={consultation.disputed} />
      </p>
      <p className="mb-2 text-sm text-ink-2">{t("monthsOnly")}</p>
      <DefinitionList items={items.flatMap(({ term, value }) => (value ? [{ term, value }] : []))} />
      {responses.length > 0 || promises.length > 0 ? (
        <ul className="mt-3 divide-y divide-line border-line border-t pt-4">
          {responses.map((response) => (
            <ResponseEntry key={response.ref} response={response} withParent={false} level={4} />
          ))}
          {promises.map((promise) => (
            <PromiseEntry
              key={promise.ref}
              promise={promise}
              snapshot={snapshot}
              withParent={false}
              level={4}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}
