import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/text-input";

/** What can be wrong with a passphrase, as a code of the address. */
const PROBLEMS = ["required", "wrong", "too_many_requests"] as const;

type Props = {
  /** Where the form goes: below the view's own address. */
  action: string;
  problem?: string;
  /** How long to wait after too many tries. */
  minutes: number;
};

/** Asks for the passphrase of a view. A plain form; it says nothing of whose view it is. */
export function PassphraseForm({ action, problem, minutes }: Props) {
  const t = useTranslations("shared.passphrase");
  const words = useTranslations("form");
  const known = PROBLEMS.find((code) => code === problem);
  const error = known ? t(`problem.${known}`, { minutes }) : undefined;
  return (
    <>
      {error ? (
        <ErrorSummary title={words("errorTitle")} errors={[{ fieldId: "passphrase", text: error }]} />
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      <form action={action} method="post" noValidate className="grid gap-6">
        <TextInput
          name="passphrase"
          label={t("label")}
          hint={t("hint")}
          error={error}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <div>
          <Button type="submit" size="large">
            {t("open")}
          </Button>
        </div>
      </form>
      <p className="mt-6 max-w-measure text-ink-2">{t("seen")}</p>
    </>
  );
}
