import { useTranslations } from "next-intl";
import { useTopicName } from "@/components/consultation/topic-name";
import { BodyField } from "@/components/public-body/body-field";
import {
  BODY_KINDS,
  type BodyKind,
  CONSULTATION_KINDS,
  PARTICIPATION_LEVELS,
  VOICES,
} from "@/lib/domain/taxonomy";
import { BeforeYouAgree } from "./before-you-agree";
import {
  AreaField,
  CheckboxField,
  DateField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
} from "./form-fields";
import type { FormModel } from "./form-model";
import { FormSection } from "./form-section";

export type Choices = { bodies: readonly string[]; topics: readonly { key: string | null; name: string }[] };

type Props = {
  form: FormModel;
  choices: Choices;
  /** The workspace's part of the address. */
  slug: string;
  /** The kind of the body that asked, of a saved consultation. */
  bodyKind?: BodyKind;
  /** A new one may bring what was promised aloud; of a saved one, promises are records of their own. */
  isNew?: boolean;
};

/** The labels of the long form, in the order of the page. */
export function useConsultationLabels(): Record<string, string> {
  const t = useTranslations("consultation-form.field");
  const quick = useTranslations("quick-log.field");
  return {
    publicBody: t("publicBody"),
    publicBodyKind: t("publicBodyKind"),
    title: t("title"),
    kind: t("kind"),
    purpose: t("purpose"),
    topics: t("topics"),
    whatCanChange: t("whatCanChange"),
    whoDecides: t("whoDecides"),
    resourcesBehind: t("resourcesBehind"),
    hearBack: t("hearBack"),
    paidFor: t("paidFor"),
    cameFirst: t("cameFirst"),
    startsOn: t("startsOn"),
    endsOn: t("endsOn"),
    askedOn: t("askedOn"),
    participationLevel: t("participationLevel"),
    voice: t("voice"),
    participants: t("participants"),
    sessions: t("sessions"),
    minutesEach: t("minutesEach"),
    staffHours: t("staffHours"),
    paymentReceived: t("paymentReceived"),
    answerPromisedOn: t("answerPromisedOn"),
    promise: quick("promise"),
    otherBodies: t("otherBodies"),
    reference: t("reference"),
    sourceUrl: t("sourceUrl"),
    notes: t("notes"),
  };
}

/** Every field of a consultation. Only who asked, what it was called and the first day are needed. */
export function ConsultationFields({ form, choices, slug, bodyKind, isNew = false }: Props) {
  const t = useTranslations("consultation-form");
  const quick = useTranslations("quick-log");
  const optional = true;
  return (
    <>
      <FormSection id="section-who" title={t("section.who")}>
        <WhoAsked form={form} choices={choices} slug={slug} bodyKind={bodyKind} />
      </FormSection>
      <FormSection id="section-what" title={t("section.what")}>
        <WhatAbout form={form} choices={choices} />
      </FormSection>
      <FormSection id="section-before" title={t("section.before")}>
        <BeforeYouAgree form={form} />
      </FormSection>
      <FormSection id="section-when" title={t("section.when")}>
        <DateField form={form} name="startsOn" />
        <DateField form={form} name="endsOn" hint={t("hint.endsOn")} optional example={false} />
        <DateField form={form} name="askedOn" optional example={false} />
      </FormSection>
      <FormSection id="section-answer" title={t("section.answer")}>
        <DateField form={form} name="answerPromisedOn" hint={t("hint.answerPromisedOn")} optional />
        {isNew ? (
          <AreaField form={form} name="promise" hint={quick("hint.promise")} rows={2} optional={optional} />
        ) : null}
      </FormSection>
      <FormSection id="section-people" title={t("section.people")}>
        <HowPeopleTookPart form={form} />
      </FormSection>
      <FormSection id="section-cost" title={t("section.cost")}>
        <NumberField
          form={form}
          name="participants"
          hint={t("hint.participants")}
          suffix={t("unit.people")}
          optional={optional}
        />
        <NumberField form={form} name="sessions" suffix={t("unit.times")} optional={optional} />
        <NumberField
          form={form}
          name="minutesEach"
          hint={t("hint.minutesEach")}
          suffix={t("unit.minutes")}
          optional={optional}
        />
        <NumberField
          form={form}
          name="staffHours"
          hint={t("hint.staffHours")}
          suffix={t("unit.hours")}
          decimal
          optional={optional}
        />
        <NumberField
          form={form}
          name="paymentReceived"
          hint={t("hint.paymentReceived")}
          decimal
          optional={optional}
        />
      </FormSection>
      <FormSection id="section-more" title={t("section.more")}>
        <AreaField form={form} name="otherBodies" hint={t("hint.otherBodies")} rows={2} optional={optional} />
        <TextField
          form={form}
          name="reference"
          hint={t("hint.reference")}
          width="medium"
          optional={optional}
        />
        <TextField form={form} name="sourceUrl" hint={t("hint.sourceUrl")} type="url" optional={optional} />
        <AreaField form={form} name="notes" hint={t("hint.notes")} rows={4} optional={optional} />
      </FormSection>
    </>
  );
}

function WhoAsked({ form, choices, slug, bodyKind }: Props) {
  const t = useTranslations("consultation-form");
  const taxonomy = useTranslations("taxonomy");
  const hint = t("hint.publicBodyKind");
  return (
    <>
      <BodyField
        form={form}
        name="publicBody"
        hint={t("hint.publicBody")}
        bodies={choices.bodies}
        slug={slug}
      />
      <SelectField
        form={form}
        name="publicBodyKind"
        hint={bodyKind ? `${hint} ${t("hint.kindNow", { kind: taxonomy(`bodyKind.${bodyKind}`) })}` : hint}
        choices={BODY_KINDS.map((value) => ({ value, label: taxonomy(`bodyKind.${value}`) }))}
        empty={bodyKind ? t("asItIs") : t("choose")}
        optional
      />
    </>
  );
}

function WhatAbout({ form, choices }: Pick<Props, "form" | "choices">) {
  const topicName = useTopicName();
  const t = useTranslations("consultation-form");
  const taxonomy = useTranslations("taxonomy");
  const topics = choices.topics.map(({ key, name }) => ({
    value: name,
    label: topicName({ key, name }),
  }));
  return (
    <>
      <TextField form={form} name="title" hint={t("hint.title")} />
      <SelectField
        form={form}
        name="kind"
        choices={CONSULTATION_KINDS.map((value) => ({ value, label: taxonomy(`kind.${value}`) }))}
        empty={t("choose")}
        optional
      />
      <AreaField form={form} name="purpose" optional />
      <CheckboxField
        form={form}
        name="topics"
        hint={t("hint.topics")}
        choices={topics}
        other={{ label: t("field.otherTopic"), hint: t("hint.otherTopic") }}
        optional
      />
    </>
  );
}

function HowPeopleTookPart({ form }: { form: FormModel }) {
  const taxonomy = useTranslations("taxonomy");
  return (
    <>
      <RadioField
        form={form}
        name="participationLevel"
        choices={PARTICIPATION_LEVELS.map((value) => ({
          value,
          label: taxonomy(`participationLevel.${value}`),
          hint: taxonomy(`participationPromise.${value}`),
        }))}
        optional
      />
      <RadioField
        form={form}
        name="voice"
        choices={VOICES.map((value) => ({
          value,
          label: taxonomy(`voice.${value}`),
          hint: taxonomy(`voiceMeaning.${value}`),
        }))}
        optional
      />
    </>
  );
}
