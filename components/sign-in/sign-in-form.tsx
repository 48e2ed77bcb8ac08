import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { requestLinkAction } from "@/lib/features/sign-in/actions";
import { PasskeySignIn } from "./passkey-sign-in";

const PROBLEMS = ["required", "not_an_email", "too_many_requests", "Verification"] as const;

type Props = {
  /** Where to go afterwards: a path on this site. */
  next: string;
  typed: string;
  /** What went wrong, as a code. */
  problem?: string;
  minutes: number;
  /** The one address passkeys work at. */
  passkeyOrigin: string;
};

export function SignInForm({ next, typed, problem, minutes, passkeyOrigin }: Props) {
  const t = useTranslations("sign-in");
  const words = useTranslations("form");
  const known = PROBLEMS.find((code) => code === problem) ?? "unexpected";
  const error = problem ? t(`problem.${known}`, { minutes }) : undefined;
  return (
    <>
      {error ? (
        <ErrorSummary title={words("errorTitle")} errors={[{ fieldId: "email", text: error }]} />
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      <form action={requestLinkAction} noValidate className="grid gap-6">
        <input type="hidden" name="next" value={next} />
        <TextInput
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          error={error}
          defaultValue={typed}
          autoComplete="email"
          spellCheck={false}
          dir="ltr"
        />
        <div>
          <SubmitButton size="large" pendingLabel={t("sending")}>
            {t("send")}
          </SubmitButton>
        </div>
      </form>
      <PasskeySignIn
        origin={passkeyOrigin}
        next={next}
        title={t("passkey.title")}
        text={t("passkey.text")}
        shared={t("shared")}
        label={t("passkey.button")}
        working={t("passkey.working")}
        problems={{
          too_many_requests: t("passkey.problem.too_many_requests"),
          unexpected: t("passkey.problem.unexpected"),
        }}
      />
    </>
  );
}
