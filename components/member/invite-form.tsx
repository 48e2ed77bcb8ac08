import { useTranslations } from "next-intl";
import { RadioField, TextField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import type { FormView } from "@/lib/domain/form-view";
import { inviteMemberAction } from "@/lib/features/invitations/actions";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/i18n/locales";
import { useRoleChoices } from "./role-choices";

type Props = { view: FormView; workspace: { slug: string; timeZone: string } };

/** Asks somebody to become a member: their address, their role, the language of the mail. */
export function InviteForm({ view, workspace }: Props) {
  const t = useTranslations("members.invite");
  const form = { view, labels: { email: t("email"), role: t("role"), locale: t("locale") } };
  const place = { ...workspace, page: "/members/invite", back: { path: "/members", label: t("back") } };
  return (
    <TypedForm form={form} place={place} action={inviteMemberAction} submit={t("send")}>
      <TextField form={form} name="email" type="email" hint={t("emailHint")} />
      <RadioField form={form} name="role" choices={useRoleChoices()} />
      <RadioField
        form={form}
        name="locale"
        hint={t("localeHint")}
        choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
    </TypedForm>
  );
}
