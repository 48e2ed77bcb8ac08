import { useTranslations } from "next-intl";
import {
  AreaField,
  DateField,
  NumberField,
  SelectField,
  TextField,
} from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { BodyField } from "@/components/public-body/body-field";
import type { PlainDate } from "@/lib/domain/plain-date";
import { FURTHER_KINDS, OTHER, QUICK_KINDS, QUICK_MINUTES, QUICK_PEOPLE } from "@/lib/domain/quick-log";
import { useFormats } from "@/lib/i18n/use-formats";
import { ChipField, OpensWithOther, OpensWithRunningKind } from "./chip-field";

export type QuickDays = { today: PlainDate; yesterday: PlainDate };
type Props = { form: FormModel };

/** The labels of the one screen, in the order of the page. */
export function useQuickLabels(): Record<string, string> {
  const t = useTranslations("quick-log.field");
  return {
    publicBody: t("publicBody"),
    title: t("title"),
    day: t("day"),
    dayOn: t("dayOn"),
    people: t("people"),
    peopleOther: t("peopleOther"),
    minutes: t("minutes"),
    minutesOther: t("minutesOther"),
    kind: t("kind"),
    otherKind: t("otherKind"),
    stillRunning: t("stillRunning"),
    promise: t("promise"),
  };
}

/** What one screen asks. Only who, what and when are needed. */
export function QuickFields({
  form,
  askers,
  days,
  slug,
}: Props & { askers: readonly string[]; days: QuickDays; slug: string }) {
  const t = useTranslations("quick-log");
  return (
    <div className="grid gap-5">
      <BodyField form={form} name="publicBody" bodies={askers} slug={slug} />
      <TextField form={form} name="title" />
      <When form={form} days={days} />
      <People form={form} />
      <HowLong form={form} />
      <Kind form={form} />
      <AreaField form={form} name="promise" hint={t("hint.promise")} rows={2} optional />
    </div>
  );
}

function When({ form, days }: Props & { days: QuickDays }) {
  const t = useTranslations("quick-log.day");
  const choices = [
    { value: days.today, label: t("today") },
    { value: days.yesterday, label: t("yesterday") },
    { value: OTHER, label: t("other") },
  ];
  return (
    <ChipField form={form} name="day" choices={choices}>
      <OpensWithOther>
        <DateField form={form} name="dayOn" />
      </OpensWithOther>
    </ChipField>
  );
}

function People({ form }: Props) {
  const t = useTranslations("quick-log");
  const formats = useFormats();
  const choices = [
    ...QUICK_PEOPLE.map((value) => ({ value, label: formats.number(Number(value)) })),
    { value: OTHER, label: t("other") },
  ];
  return (
    <ChipField form={form} name="people" choices={choices}>
      <OpensWithOther>
        <NumberField form={form} name="peopleOther" suffix={t("unit.people")} />
      </OpensWithOther>
    </ChipField>
  );
}

function HowLong({ form }: Props) {
  const t = useTranslations("quick-log");
  const formats = useFormats();
  const choices = [
    ...QUICK_MINUTES.map((value) => ({ value, label: formats.hours(Number(value) / 60) })),
    { value: OTHER, label: t("other") },
  ];
  return (
    <ChipField form={form} name="minutes" choices={choices}>
      <OpensWithOther>
        <NumberField form={form} name="minutesOther" suffix={t("unit.minutes")} />
      </OpensWithOther>
    </ChipField>
  );
}

function Kind({ form }: Props) {
  const t = useTranslations("quick-log");
  const taxonomy = useTranslations("taxonomy.kind");
  return (
    <ChipField
      form={form}
      name="kind"
      choices={([...QUICK_KINDS, OTHER] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
    >
      <OpensWithOther>
        <SelectField
          form={form}
          name="otherKind"
          choices={FURTHER_KINDS.map((value) => ({ value, label: taxonomy(value) }))}
          fallback="other"
        />
      </OpensWithOther>
      <OpensWithRunningKind>
        <ChipField
          form={form}
          name="stillRunning"
          choices={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
        />
      </OpensWithRunningKind>
    </ChipField>
  );
}
