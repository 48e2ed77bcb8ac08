import { useTranslations } from "next-intl";
import { AreaField, DateField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { ButtonLink } from "@/components/ui/button";
import type { FormView } from "@/lib/domain/form-view";
import { keepRecordAction } from "@/lib/features/retention/actions";

type Props = { id: string; view: FormView; workspace: { slug: string; timeZone: string } };

/** Keeps an old record for longer, with a reason; below it, the way to erase it now. */
export function OldRecordForm({ id, view, workspace }: Props) {
  const t = useTranslations("settings.oldRecord");
  const form = { view, labels: { untilOn: t("untilOn"), reason: t("reason") } };
  const place = {
    ...workspace,
    page: `/settings/retention/${id}`,
    back: { path: "/settings/retention", label: t("back") },
  };
  return (
    <>
      <TypedForm form={form} place={place} action={keepRecordAction} submit={t("keep")}>
        <DateField form={form} name="untilOn" hint={t("untilOnHint")} />
        <AreaField form={form} name="reason" hint={t("reasonHint")} rows={3} />
      </TypedForm>
      <div className="mt-12 max-w-form border-line border-t pt-6">
        <p className="mb-3 text-ink-2">{t("eraseText")}</p>
        <ButtonLink variant="danger" href={`/w/${workspace.slug}/settings/retention/${id}/erase`}>
          {t("erase")}
        </ButtonLink>
      </div>
    </>
  );
}
