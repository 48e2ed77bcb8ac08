import { useTranslations } from "next-intl";
import { CheckboxField, NumberField } from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { CONTRIBUTIONS, PARTICIPANT_GROUPS, type ParticipantGroup } from "@/lib/domain/taxonomy";

/** The groups most activities have; the others are one touch away. */
const FIRST: readonly ParticipantGroup[] = ["members", "families", "community_leaders", "host_community"];
const REST = PARTICIPANT_GROUPS.filter((group) => !FIRST.includes(group));

/** How many came of each group, and what the group brought. */
export function GroupFields({ form }: { form: FormModel }) {
  const t = useTranslations("activity-form");
  const open = REST.some((group) => touched(form, [`people_${group}`, `brought_${group}`]));
  return (
    <>
      {FIRST.map((group) => (
        <Group key={group} form={form} group={group} />
      ))}
      <details open={open}>
        <summary className={SUMMARY}>{t("moreGroups")}</summary>
        <div className="grid gap-6 pt-4">
          {REST.map((group) => (
            <Group key={group} form={form} group={group} />
          ))}
        </div>
      </details>
    </>
  );
}

/** The look of what opens more fields. */
export const SUMMARY = "inline-flex min-h-11 items-center text-teal underline underline-offset-4";

/** Whether any of these fields holds something, or is wrong: then nothing of it may be folded away. */
export function touched({ view }: FormModel, names: readonly string[]): boolean {
  return names.some(
    (name) =>
      view.values[name]?.some((value) => value !== "") ||
      view.errors.some(({ field }) => field === name || field.startsWith(`${name}.`)) ||
      Boolean(view.other?.values[name]),
  );
}

function Group({ form, group }: { form: FormModel; group: ParticipantGroup }) {
  const t = useTranslations("activity-form");
  const contribution = useTranslations("taxonomy.contribution");
  return (
    <div className="border-line border-s-4 ps-4">
      <NumberField form={form} name={`people_${group}`} optional />
      <details open={touched(form, [`brought_${group}`])}>
        <summary className={SUMMARY}>{t("broughtSummary")}</summary>
        <CheckboxField
          form={form}
          name={`brought_${group}`}
          choices={CONTRIBUTIONS.map((value) => ({ value, label: contribution(value) }))}
          optional
        />
      </details>
    </div>
  );
}
