import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { OwnMembershipView } from "./organisations";

const PROBLEMS = ["not_your_address", "last_owner", "last_admin"] as const;

type Props = { email: string; memberships: readonly OwnMembershipView[]; problem?: string };

/** What goes and what stays when somebody deletes their account, and the field that confirms it. */
export function DeleteAccount({ email, memberships, problem }: Props) {
  const t = useTranslations("account.delete");
  const words = useTranslations("form");
  const owned = memberships.filter((one) => one.isOnlyOwner);
  const known = PROBLEMS.find((one) => one === problem);
  const error = known ? t(`problem.${known}`) : undefined;
  return (
    <div className="max-w-form">
      {error && owned.length === 0 ? (
        <ErrorSummary title={words("errorTitle")} errors={[{ fieldId: "confirm", text: error }]} />
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      {owned.length > 0 ? (
        <Notice title={t("onlyOwner")}>
          <p>{t("onlyOwnerText")}</p>
          <ul className="mt-1">
            {owned.map(({ slug, name }) => (
              <li key={slug}>
                <Link
                  href={`/w/${slug}/members`}
                  className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
                >
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <form action="/account/erase" method="post" className="grid gap-6">
          <ul className="grid list-disc gap-2 ps-6">
            <li>{t("goes")}</li>
            <li>{t("stays")}</li>
            <li>{t("trail")}</li>
          </ul>
          <TextInput
            name="confirm"
            type="email"
            label={t("confirm")}
            hint={t.rich("confirmHint", {
              email: () => (
                <bdi dir="ltr" className="font-semibold break-all">
                  {email}
                </bdi>
              ),
            })}
            error={error}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" pendingLabel={t("working")}>
              {t("button")}
            </SubmitButton>
            <ButtonLink variant="quiet" href="/account">
              {t("back")}
            </ButtonLink>
          </div>
        </form>
      )}
    </div>
  );
}
