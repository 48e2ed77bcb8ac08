import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { stopMembershipAction } from "@/lib/features/members/account-actions";
import type { OwnMembershipView } from "./organisations";

/** Asks once more before somebody goes out of an organisation; its only owner is told why not. */
export function StopMembership({ slug, name, isOnlyOwner }: OwnMembershipView) {
  const t = useTranslations("account.stop");
  const back = (
    <ButtonLink variant="quiet" href="/account">
      {t("back")}
    </ButtonLink>
  );
  return (
    <div className="max-w-form">
      <PageHeader title={t.rich("title", { name: () => <bdi>{name}</bdi> })} />
      {isOnlyOwner ? (
        <div className="grid gap-6">
          <Notice title={t("onlyOwner")}>{t("onlyOwnerText")}</Notice>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/w/${slug}/members`}>{t("toMembers")}</ButtonLink>
            {back}
          </div>
        </div>
      ) : (
        <form action={stopMembershipAction}>
          <input type="hidden" name="workspace" value={slug} />
          <ul className="mb-6 grid list-disc gap-2 ps-6">
            <li>{t("access")}</li>
            <li>{t("typed")}</li>
            <li>{t("records")}</li>
          </ul>
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" pendingLabel={t("working")}>
              {t("button")}
            </SubmitButton>
            {back}
          </div>
        </form>
      )}
    </div>
  );
}
