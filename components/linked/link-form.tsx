import { useTranslations } from "next-intl";
import { TextField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { FormView } from "@/lib/domain/form-view";
import { pasteLinkAction } from "@/lib/features/linked/actions";

type Props = {
  view: FormView;
  /** The consultation that came from this page before. */
  recorded: { id: string; title: string } | null;
  workspace: { slug: string; timeZone: string };
};

/** One question: the address of a consultation's page. */
export function LinkForm({ view, recorded, workspace }: Props) {
  const t = useTranslations("linked");
  const form = { view, labels: { link: t("field") } };
  return (
    <>
      {recorded ? (
        <div className="mb-6 max-w-form">
          <Notice title={t("recorded.title")}>
            <Link
              href={`/w/${workspace.slug}/consultations/${recorded.id}`}
              className="inline-flex min-h-11 items-center text-teal wrap-anywhere underline underline-offset-4"
            >
              {t("recorded.open", { title: recorded.title })}
            </Link>
          </Notice>
        </div>
      ) : null}
      <TypedForm
        form={form}
        place={{
          ...workspace,
          page: "/consultations/link",
          back: { path: "/consultations/new", label: t("back") },
        }}
        action={pasteLinkAction}
        submit={t("submit")}
      >
        <TextField form={form} name="link" type="url" hint={t("hint")} />
        <p className="max-w-measure text-ink-2">{t("told")}</p>
      </TypedForm>
    </>
  );
}
