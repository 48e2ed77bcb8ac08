import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";

const PROBLEMS = ["wrong_code", "required", "too_many_requests"] as const;

type Props = {
  action: (formData: FormData) => Promise<void>;
  /** Where to go afterwards. */
  next?: string;
  label: string;
  hint: string;
  submit: string;
  /** What went wrong, as a code. */
  problem?: string;
};

/** One field for one code. What was typed is not shown again: it is of no use twice. */
export function CodeForm({ action, next, label, hint, submit, problem }: Props) {
  const t = useTranslations("platform.secondFactor");
  const words = useTranslations("form");
  const known = PROBLEMS.find((code) => code === problem);
  const error = problem ? t(`problem.${known ?? "wrong_code"}`) : undefined;
  return (
    <>
      {error ? (
        <ErrorSummary title={words("errorTitle")} errors={[{ fieldId: "code", text: error }]} />
      ) : null}
      <form action={action} noValidate className="grid max-w-form gap-6">
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        <TextInput
          name="code"
          label={label}
          hint={hint}
          error={error}
          autoComplete="one-time-code"
          inputMode="text"
          spellCheck={false}
          dir="ltr"
          width="medium"
        />
        <div>
          <SubmitButton size="large" pendingLabel={t("checking")}>
            {submit}
          </SubmitButton>
        </div>
      </form>
    </>
  );
}
