import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

const STEPS = ["whole", "ask", "signIn"] as const;

/** One and the same page for a view that ended, was stopped, or never was: it says nothing about which. */
export function GoneView() {
  const t = useTranslations("shared.gone");
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <h2 className="mb-2 text-lg">{t("what")}</h2>
      <ul className="mb-6 grid max-w-measure list-disc gap-2 ps-6">
        {STEPS.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <ButtonLink href="/shared" variant="secondary">
        {t("toShared")}
      </ButtonLink>
    </>
  );
}
