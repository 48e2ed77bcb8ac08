import { useTranslations } from "next-intl";
import { RadioField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormView } from "@/lib/domain/form-view";
import { changeRoleAction } from "@/lib/features/members/actions";
import { useRoleChoices } from "./role-choices";

export type MemberView = {
  person: { id: string; name: string | null; email: string; isYou: boolean };
  /** Their role stays, and they stay, until somebody else is an owner too. */
  isOnlyOwner: boolean;
  view: FormView;
};

type Props = MemberView & { workspace: { slug: string; timeZone: string } };

/** One member: their role, and below it the way out. */
export function MemberPage({ person, isOnlyOwner, view, workspace }: Props) {
  const t = useTranslations("members.member");
  const form = { view, labels: { role: t("role") } };
  const place = {
    ...workspace,
    page: `/members/${person.id}`,
    back: { path: "/members", label: t("back") },
  };
  const choices = useRoleChoices();
  return (
    <>
      {isOnlyOwner ? (
        <div className="mb-6 max-w-form">
          <Notice title={t(person.isYou ? "onlyOwnerYou" : "onlyOwner")}>{t("onlyOwnerText")}</Notice>
        </div>
      ) : null}
      <TypedForm form={form} place={place} action={changeRoleAction} submit={t("save")}>
        <RadioField
          form={form}
          name="role"
          choices={choices}
          hint={t(isOnlyOwner ? "roleFixed" : person.isYou ? "roleHintYou" : "roleHint")}
        />
      </TypedForm>
      {isOnlyOwner ? null : (
        <div className="mt-12 max-w-form border-line border-t pt-6">
          <p className="mb-3 text-ink-2">{t(person.isYou ? "stopText" : "removeText")}</p>
          {person.isYou ? (
            <ButtonLink variant="danger" href={`/account/stop/${workspace.slug}`}>
              {t("stop")}
            </ButtonLink>
          ) : (
            <ButtonLink variant="danger" href={`/w/${workspace.slug}/members/${person.id}/remove`}>
              {t("remove")}
            </ButtonLink>
          )}
        </div>
      )}
    </>
  );
}
