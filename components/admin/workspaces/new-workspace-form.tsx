import { useTranslations } from "next-intl";
import { AdminForm, useAdminField } from "@/components/admin/admin-form";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AdminFormView } from "@/lib/domain/form-view";
import { inviteWorkspaceAction } from "@/lib/features/admin/actions";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/i18n/locales";

/** Opens a workspace and invites its owner. */
export function NewWorkspaceForm({ view }: { view: AdminFormView }) {
  const t = useTranslations("workspaces.new");
  const labels = {
    name: t("name"),
    slug: t("slug"),
    ownerEmail: t("ownerEmail"),
    locale: t("locale"),
  };
  const field = useAdminField(view, labels);
  return (
    <AdminForm
      view={view}
      labels={labels}
      action={inviteWorkspaceAction}
      submit={t("submit")}
      back={{ href: "/admin/workspaces", label: t("back") }}
    >
      <TextInput {...field("name")} autoComplete="off" maxLength={200} />
      <TextInput
        {...field("slug")}
        dir="ltr"
        width="medium"
        autoComplete="off"
        spellCheck={false}
        hint={t("slugHint", { address: "/w/riverside-refugee-forum" })}
      />
      <TextInput
        {...field("ownerEmail")}
        type="email"
        dir="ltr"
        inputMode="email"
        autoComplete="off"
        hint={t("ownerEmailHint")}
      />
      <Select
        {...field("locale")}
        choices={LOCALES.map((locale) => ({ value: locale, label: LANGUAGE_NAMES[locale] }))}
      />
    </AdminForm>
  );
}
