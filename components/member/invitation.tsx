import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkboxes";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { LONGEST_NAME } from "@/lib/domain/members";
import type { Role } from "@/lib/domain/permissions";

type Props = {
  /** The page's own address; its forms go below it. */
  page: string;
  invitation: {
    organisation: string;
    role: Role;
    email: string;
    inviter: string | null;
    hasName: boolean;
  };
  /** The address of whoever is signed in; null for nobody. */
  signedInAs: string | null;
};

/** Who invites whom to what, what they will see, and the button that says yes. Nothing happens before it is pressed. */
export function Invitation({ page, invitation, signedInAs }: Props) {
  const t = useTranslations("members.invitation");
  const roles = useTranslations("members");
  const { organisation, role, email, inviter } = invitation;
  const name = () => <bdi>{organisation}</bdi>;
  return (
    <>
      <PageHeader
        title={t.rich("title", { organisation: name })}
        sub={
          inviter
            ? t.rich("sub", {
                inviter: () => <bdi>{inviter}</bdi>,
                email: () => <bdi dir="ltr">{email}</bdi>,
              })
            : t.rich("subNobody", { email: () => <bdi dir="ltr">{email}</bdi> })
        }
      />
      <div className="mb-8 grid max-w-measure gap-3">
        <p>{t("what")}</p>
        <p>
          <strong>{t("asRole", { role: roles(`role.${role}`) })}</strong> {roles(`roleHint.${role}`)}
        </p>
        <p>{t("names")}</p>
      </div>
      {signedInAs !== null && signedInAs !== email ? (
        <SomebodyElse page={page} signedInAs={signedInAs} email={email} />
      ) : (
        <Accept page={page} hasName={invitation.hasName} signedIn={signedInAs !== null} />
      )}
      <p className="mt-6 max-w-measure text-ink-2">{t("ifNot")}</p>
    </>
  );
}

function Accept({ page, hasName, signedIn }: { page: string; hasName: boolean; signedIn: boolean }) {
  const t = useTranslations("members.invitation");
  const signIn = useTranslations("sign-in");
  const common = useTranslations("common");
  return (
    <form action={`${page}/accept`} method="post" className="grid gap-6">
      {hasName ? null : (
        <TextInput
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          optional={common("optional")}
          width="medium"
          maxLength={LONGEST_NAME}
          autoComplete="given-name"
        />
      )}
      {signedIn ? null : <Checkbox name="shared" label={signIn("shared")} hint={signIn("sharedHint")} />}
      <div>
        <SubmitButton size="large" pendingLabel={t("working")}>
          {t(signedIn ? "accept" : "acceptSignIn")}
        </SubmitButton>
      </div>
    </form>
  );
}

function SomebodyElse({ page, signedInAs, email }: { page: string; signedInAs: string; email: string }) {
  const t = useTranslations("members.invitation");
  return (
    <Notice title={t("elseTitle")}>
      <p>
        {t.rich("elseText", {
          you: () => <bdi dir="ltr">{signedInAs}</bdi>,
          email: () => <bdi dir="ltr">{email}</bdi>,
        })}
      </p>
      <form action={`${page}/sign-out`} method="post" className="mt-3">
        <SubmitButton variant="secondary" pendingLabel={t("working")}>
          {t("signOut")}
        </SubmitButton>
      </form>
    </Notice>
  );
}

/** The one page for every link that opens no invitation: unknown, used, withdrawn, too old. */
export function NoInvitation() {
  const t = useTranslations("members.invitation");
  return (
    <>
      <PageHeader title={t("noneTitle")} sub={t("noneText")} />
      <ButtonLink href="/sign-in" variant="secondary">
        {t("noneSignIn")}
      </ButtonLink>
    </>
  );
}
