import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormView } from "@/lib/domain/form-view";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  view: FormView;
  timeZone: string;
  /** The id of the form that throws away what was typed. */
  startAgain: string;
};

/** Why the fields do not show the record: what was kept, was sent twice, or meets somebody else's version. */
export function FormNotices({ view, timeZone, startAgain }: Props) {
  const t = useTranslations("draft");
  const formats = useFormats();
  const button = (label: string) => (
    <div className="mt-3">
      <Button type="submit" form={startAgain} variant="secondary">
        {label}
      </Button>
    </div>
  );
  if (view.sentTwice) {
    return (
      <Notice title={t("sentTwiceTitle")}>
        <p>{t("sentTwice")}</p>
        {button(t("startAgain"))}
      </Notice>
    );
  }
  if (view.other) {
    const at = formats.moment(view.other.at, timeZone);
    return (
      <Notice title={t("conflictTitle")}>
        <p>{t("conflict", { name: view.other.by ?? "none", at })}</p>
        <p>{t("conflictHelp")}</p>
        {button(t("useRecord"))}
      </Notice>
    );
  }
  if (!view.kept) return null;
  return (
    <Notice title={t("keptTitle")}>
      <p>{t("kept")}</p>
      {button(t("startAgain"))}
    </Notice>
  );
}
