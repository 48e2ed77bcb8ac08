import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormView } from "@/lib/domain/form-view";

type Props = {
  view: FormView;
  timeZone: string;
  /** The id of the form that throws away what was typed. */
  startAgain: string;
};

/** Why the fields do not show the record: what was kept, was sent twice, or meets somebody else's version. */
export function FormNotices({ view, timeZone, startAgain }: Props) {
  const t = useTranslations("draft");
  const format = useFormatter();
  const button = (label: string) => (
    <Button type="submit" form={startAgain} variant="secondary">
      {label}
    </Button>
  );
  if (view.sentTwice) {
    return (
      <Notice title={t("sentTwiceTitle")} action={button(t("startAgain"))}>
        <p>{t("sentTwice")}</p>
      </Notice>
    );
  }
  if (view.other) {
    const at = format.dateTime(view.other.at, { dateStyle: "long", timeStyle: "short", timeZone });
    return (
      <Notice title={t("conflictTitle")} action={button(t("useRecord"))}>
        <p>{t("conflict", { name: view.other.by ?? "none", at })}</p>
        <p>{t("conflictHelp")}</p>
      </Notice>
    );
  }
  if (!view.kept) return null;
  return (
    <Notice title={t("keptTitle")} action={button(t("startAgain"))}>
      <p>{t("kept")}</p>
    </Notice>
  );
}
