import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormView } from "@/lib/domain/form-view";
import type { LinkKind } from "@/lib/domain/linked/link";
import { FILLED_FIELDS } from "@/lib/domain/linked/linked-page";
import { discardDraftAction } from "@/lib/features/drafts/actions";

type Props = { view: FormView; from: LinkKind; slug: string };

/** Above the long form that a page has filled in: what came from where, and that nothing is saved. */
export function FilledNotice({ view, from, slug }: Props) {
  const t = useTranslations("linked");
  const field = useTranslations("audit.field");
  const locale = useLocale();
  const filled = FILLED_FIELDS.filter((name) => view.values[name]?.[0]);
  const names = filled.map((name) => field(name));
  return (
    <div className="mb-6 max-w-form">
      <Notice title={t("filled.title", { source: t(`source.${from}`) })}>
        <p>
          {t("filled.fields", { fields: new Intl.ListFormat(locale, { type: "unit" }).format(names) })}{" "}
          {filled.includes("answerPromisedOn") ? null : t("filled.noDate")}
        </p>
        <p className="mt-2">{t("filled.again")}</p>
        <form action={discardDraftAction} className="mt-3">
          <input type="hidden" name="_workspace" value={slug} />
          <input type="hidden" name="_from" value="/consultations/new" />
          <input type="hidden" name="form" value={view.form} />
          <Button type="submit" variant="secondary">
            {t("filled.empty")}
          </Button>
        </form>
      </Notice>
    </div>
  );
}
