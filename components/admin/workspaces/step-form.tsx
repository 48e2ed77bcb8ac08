import { useTranslations } from "next-intl";
import { AdminForm, useAdminField } from "@/components/admin/admin-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { AdminFormView } from "@/lib/domain/form-view";
import { EXPLAINED_STEPS, type LifeStep } from "@/lib/domain/workspace-life";
import { stepWorkspaceAction } from "@/lib/features/admin/actions";

type Props = { slug: string; step: LifeStep; fits: boolean; view: AdminFormView };

/** What a step does, in words, and the field that confirms it. */
export function StepForm({ slug, step, fits, view }: Props) {
  const t = useTranslations("workspaces.step");
  const common = useTranslations("common");
  const labels = { note: t("note"), confirmSlug: t("confirm") };
  const field = useAdminField(view, labels);
  const back = { href: `/admin/workspaces/${slug}`, label: t("back") };
  if (!fits)
    return (
      <Notice
        kind="warning"
        action={
          <ButtonLink href={back.href} variant="secondary">
            {back.label}
          </ButtonLink>
        }
      >
        {t("gone")}
      </Notice>
    );
  const gentle = step === "resume" || step === "keep";
  return (
    <>
      <p className="mb-6 max-w-measure">{t(`${step}.text`)}</p>
      <AdminForm
        view={view}
        labels={labels}
        action={stepWorkspaceAction}
        submit={t(`${step}.submit`)}
        variant={gentle ? "primary" : "danger"}
        carries={{ slug, step }}
        back={back}
      >
        {EXPLAINED_STEPS.includes(step) ? (
          <TextArea {...field("note")} optional={common("optional")} hint={t("noteHint")} maxLength={1000} />
        ) : null}
        <TextInput
          {...field("confirmSlug")}
          dir="ltr"
          width="medium"
          autoComplete="off"
          spellCheck={false}
          hint={t("confirmHint", { slug })}
        />
      </AdminForm>
    </>
  );
}
