import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeMemberAction } from "@/lib/features/members/actions";

/** Asks once more before somebody is removed, because only a new invitation undoes it. */
export function RemoveMember({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations("members.remove");
  return (
    <form action={removeMemberAction} className="max-w-form">
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="_from" value={`/members/${id}`} />
      <input type="hidden" name="id" value={id} />
      <ul className="mb-6 grid list-disc gap-2 ps-6">
        <li>{t("access")}</li>
        <li>{t("typed")}</li>
        <li>{t("records")}</li>
        <li>{t("told")}</li>
      </ul>
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" pendingLabel={t("working")}>
          {t("button")}
        </SubmitButton>
        <ButtonLink variant="quiet" href={`/w/${slug}/members/${id}`}>
          {t("back")}
        </ButtonLink>
      </div>
    </form>
  );
}
