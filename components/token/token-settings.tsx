import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TOKEN_DAYS, type TokenView } from "@/lib/domain/api-token";
import type { FormView } from "@/lib/domain/form-view";
import { ROLES } from "@/lib/domain/permissions";
import { makeTokenAction } from "@/lib/features/tokens/actions";
import { NewSecret } from "./new-secret";
import { TokenTable } from "./token-table";

type Props = {
  workspace: { slug: string; timeZone: string };
  tokens: TokenView[];
  view: FormView;
  /** The token that was just made, with its name; it is shown this once. */
  secret: { name: string; token: string } | null;
  done?: string | undefined;
};

/** What programs come in with: made, shown once, and stopped. */
export function TokenSettings({ workspace, tokens, view, secret, done }: Props) {
  const t = useTranslations("tokens");
  return (
    <>
      {done === "stopped" ? (
        <div className="mb-4">
          <Notice kind="success">{t("stopped")}</Notice>
        </div>
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      <div className="grid gap-10">
        {secret ? <NewSecret slug={workspace.slug} {...secret} /> : null}
        <TokenTable tokens={tokens} workspace={workspace} />
        <section aria-labelledby="new-token">
          <h2 id="new-token" className="mb-3 text-lg">
            {t("new")}
          </h2>
          <TokenForm view={view} workspace={workspace} />
        </section>
      </div>
    </>
  );
}

function TokenForm({ view, workspace }: Pick<Props, "view" | "workspace">) {
  const t = useTranslations("tokens");
  const form = { view, labels: { name: t("name"), role: t("role"), days: t("days") } };
  return (
    <TypedForm
      form={form}
      place={{ ...workspace, page: "/settings/tokens", back: { path: "/settings", label: t("back") } }}
      action={makeTokenAction}
      submit={t("make")}
    >
      <TextField form={form} name="name" hint={t("nameHint")} />
      <SelectField
        form={form}
        name="role"
        hint={t("roleHint")}
        choices={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
      />
      <SelectField
        form={form}
        name="days"
        choices={TOKEN_DAYS.map((value) => ({ value, label: t("forDays", { days: Number(value) }) }))}
      />
    </TypedForm>
  );
}
