import { useTranslations } from "next-intl";
import {
  AreaField,
  CheckboxField,
  DateField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
} from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { FormSection } from "@/components/consultation/forms/form-section";
import { useTopicName } from "@/components/consultation/topic-name";
import { BodyField } from "@/components/public-body/body-field";
import { ACTIVITY_KINDS, EVENT_OWNERS, OUTCOMES } from "@/lib/domain/taxonomy";
import { GroupFields } from "./group-fields";
import { OfficialFields } from "./official-fields";

export type ActivityChoices = {
  bodies: readonly string[];
  topics: readonly { key: string | null; name: string }[];
  ownKinds: readonly string[];
};

type Props = {
  form: FormModel;
  choices: ActivityChoices;
  /** The workspace's part of the address. */
  slug: string;
};

/** Every field of an activity. Only what it was called, its kind and the day are needed. */
export function ActivityFields({ form, choices, slug }: Props) {
  const t = useTranslations("activity-form");
  const taxonomy = useTranslations("taxonomy");
  const topicName = useTopicName();
  return (
    <>
      <FormSection id="section-what" title={t("section.what")}>
        <TextField form={form} name="title" hint={t("hint.title")} />
        <SelectField
          form={form}
          name="kind"
          choices={ACTIVITY_KINDS.map((value) => ({ value, label: taxonomy(`activityKind.${value}`) }))}
          empty={t("choose")}
        />
        <TextField form={form} name="ownKind" hint={t("hint.ownKind")} list="own-kinds" optional />
        <datalist id="own-kinds">
          {choices.ownKinds.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </FormSection>
      <FormSection id="section-when" title={t("section.when")}>
        <DateField form={form} name="startsOn" />
        <DateField form={form} name="endsOn" hint={t("hint.endsOn")} optional example={false} />
        <TextField form={form} name="place" hint={t("hint.place")} optional />
        <NumberField
          form={form}
          name="hours"
          hint={t("hint.hours")}
          suffix={t("unit.hours")}
          decimal
          optional
        />
      </FormSection>
      <FormSection id="section-whose" title={t("section.whose")}>
        <RadioField
          form={form}
          name="whose"
          fallback="ours"
          choices={EVENT_OWNERS.map((value) => ({ value, label: taxonomy(`eventOwner.${value}`) }))}
        />
        <BodyField
          form={form}
          name="publicBody"
          hint={t("hint.publicBody")}
          bodies={choices.bodies}
          slug={slug}
          optional
        />
      </FormSection>
      <FormSection id="section-people" title={t("section.people")}>
        <p className="text-ink-2">{t("section.peopleHelp")}</p>
        <GroupFields form={form} />
      </FormSection>
      <FormSection id="section-officials" title={t("section.officials")}>
        <p className="text-ink-2">{t("section.officialsHelp")}</p>
        <OfficialFields form={form} />
      </FormSection>
      <FormSection id="section-outcomes" title={t("section.outcomes")}>
        <CheckboxField
          form={form}
          name="outcomes"
          choices={OUTCOMES.map((value) => ({ value, label: taxonomy(`outcome.${value}`) }))}
          optional
        />
        <AreaField form={form} name="outcomesSource" hint={t("hint.outcomesSource")} rows={2} optional />
      </FormSection>
      <FormSection id="section-more" title={t("section.more")}>
        <CheckboxField
          form={form}
          name="topics"
          hint={t("hint.topics")}
          choices={choices.topics.map((topic) => ({ value: topic.name, label: topicName(topic) }))}
          other={{ label: t("field.otherTopic"), hint: t("hint.otherTopic") }}
          optional
        />
        <AreaField form={form} name="notes" hint={t("hint.notes")} rows={4} optional />
      </FormSection>
    </>
  );
}
