import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import type { FormView } from "@/lib/domain/form-view";
import { BODY_KINDS } from "@/lib/domain/taxonomy";
import { reviseBodyAction } from "@/lib/features/public-bodies/actions";

type Props = { id: string; view: FormView; workspace: { slug: string; timeZone: string } };

/** Name and kind of a public body. */
export function BodyForm({ id, view, workspace }: Props) {
  const t = useTranslations("public-body.edit");
  const kinds = useTranslations("taxonomy.bodyKind");
  const form = { view, labels: { name: t("name"), kind: t("kind") } };
  const place = {
    ...workspace,
    page: `/bodies/${id}/edit`,
    back: { path: `/bodies/${id}`, label: t("back") },
  };
  return (
    <TypedForm form={form} place={place} action={reviseBodyAction} submit={t("save")}>
      <TextField form={form} name="name" hint={t("nameHint")} />
      <SelectField
        form={form}
        name="kind"
        hint={t("kindHint")}
        choices={BODY_KINDS.map((value) => ({ value, label: kinds(value) }))}
      />
    </TypedForm>
  );
}
