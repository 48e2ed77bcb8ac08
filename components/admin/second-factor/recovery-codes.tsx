import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { putCodesAwayAction } from "@/lib/features/second-factor/actions";

/** Recovery codes, the one time they are shown; made to be printed. */
export function RecoveryCodes({ codes, email }: { codes: readonly string[]; email: string }) {
  const t = useTranslations("platform.secondFactor.codes");
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <div className="grid max-w-form gap-6">
        <div data-print="no">
          <Notice title={t("onceTitle")}>{t("once")}</Notice>
        </div>
        <section aria-label={t("title")} className="rounded-md border border-line bg-card p-4 md:p-6">
          <p className="text-ink-2">
            {t("for")} <bdi dir="ltr">{email}</bdi>
          </p>
          <ol className="mt-3 grid list-inside list-decimal gap-x-8 gap-y-2 sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>
                <code dir="ltr" className="text-lg">
                  {code}
                </code>
              </li>
            ))}
          </ol>
        </section>
        <form action={putCodesAwayAction} data-print="no">
          <Button type="submit" size="large">
            {t("kept")}
          </Button>
        </form>
      </div>
    </>
  );
}
