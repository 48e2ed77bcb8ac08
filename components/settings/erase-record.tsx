import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { eraseRecordAction } from "@/lib/features/retention/actions";

/** Asks once more before an old record is erased for good. */
export function EraseRecord({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations("settings.eraseRecord");
  return (
    <form action={eraseRecordAction} className="max-w-form">
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="id" value={id} />
      <ul className="mb-6 grid list-disc gap-2 ps-6">
        <li>{t("all")}</li>
        <li>{t("noUndo")}</li>
        <li>{t("figures")}</li>
      </ul>
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" pendingLabel={t("working")}>
          {t("button")}
        </SubmitButton>
        <ButtonLink variant="quiet" href={`/w/${slug}/settings/retention/${id}`}>
          {t("back")}
        </ButtonLink>
      </div>
    </form>
  );
}
