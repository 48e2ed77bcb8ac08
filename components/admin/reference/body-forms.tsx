import { useTranslations } from "next-intl";
import { AreaField, DateField, SelectField, TextField } from "@/components/consultation/forms/form-fields";
import type { FormView } from "@/lib/domain/form-view";
import { BODY_KINDS } from "@/lib/domain/taxonomy";
import {
  addDirectoryBodyAction,
  endDirectoryBodyAction,
  mergeDirectoryBodiesAction,
  reviseDirectoryBodyAction,
} from "@/lib/features/reference/actions";
import { ReferenceForm } from "./reference-form";

const LIST = "/admin/reference/bodies";

/** Names, kind and code of an entry; a new one where there is none yet. */
export function DirectoryBodyForm({ view, isNew = false }: { view: FormView; isNew?: boolean }) {
  const t = useTranslations("platform.reference.bodies");
  const kinds = useTranslations("taxonomy.bodyKind");
  const form = {
    view,
    labels: {
      name: t("name"),
      kind: t("kind"),
      nation: t("nation"),
      code: t("code"),
      aliases: t("aliases"),
    },
  };
  return (
    <ReferenceForm
      form={form}
      action={isNew ? addDirectoryBodyAction : reviseDirectoryBodyAction}
      submit={isNew ? t("add") : t("save")}
      back={{ href: LIST, label: t("back") }}
    >
      <TextField form={form} name="name" hint={t("nameHint")} />
      <SelectField
        form={form}
        name="kind"
        choices={BODY_KINDS.map((value) => ({ value, label: kinds(value) }))}
      />
      <TextField form={form} name="nation" hint={t("nationHint")} width="medium" />
      <TextField form={form} name="code" hint={t("codeHint")} width="medium" optional />
      <AreaField form={form} name="aliases" hint={t("aliasesHint")} optional />
    </ReferenceForm>
  );
}

function Names({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

type EntryProps = { id: string; name: string; view: FormView; names: readonly string[] };

/** Says that this entry is the same body as another. */
export function MergeForm({ id, name, view, names }: EntryProps) {
  const t = useTranslations("platform.reference.merge");
  const form = { view, labels: { into: t("into"), confirm: t("confirm") } };
  return (
    <ReferenceForm
      form={form}
      action={mergeDirectoryBodiesAction}
      submit={t("submit")}
      variant="danger"
      back={{ href: `${LIST}/${encodeURIComponent(id)}`, label: t("back") }}
    >
      <Names id="names" names={names} />
      <TextField form={form} name="into" hint={t("intoHint")} list="names" />
      <TextField form={form} name="confirm" hint={t("confirmHint", { name })} />
    </ReferenceForm>
  );
}

/** Says when this body ended and who took over. */
export function EndForm({ id, view, names }: EntryProps) {
  const t = useTranslations("platform.reference.end");
  const form = { view, labels: { endedOn: t("endedOn"), successor: t("successor") } };
  return (
    <ReferenceForm
      form={form}
      action={endDirectoryBodyAction}
      submit={t("submit")}
      variant="danger"
      back={{ href: `${LIST}/${encodeURIComponent(id)}`, label: t("back") }}
    >
      <Names id="names" names={names} />
      <DateField form={form} name="endedOn" />
      <TextField form={form} name="successor" hint={t("successorHint")} list="names" optional />
    </ReferenceForm>
  );
}
