import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { PlainDate } from "@/lib/domain/plain-date";
import { askForErasureAction, withdrawErasureAction } from "@/lib/features/erasures/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  slug: string;
  name: string;
  /** Since when an owner asks for it; null while nobody does. */
  askedOn: PlainDate | null;
  done: string | string[] | undefined;
  problem: boolean;
};

/** What erasing everything means, and how an owner asks for it, or takes that back. */
export function EraseEverything({ slug, name, askedOn, done, problem }: Props) {
  const t = useTranslations("workspaces.erase");
  return (
    <div className="grid gap-6">
      {done === "asked" && askedOn ? <Notice kind="success">{t("done.asked")}</Notice> : null}
      {done === "withdrawn" && !askedOn ? <Notice kind="success">{t("done.withdrawn")}</Notice> : null}
      {askedOn ? (
        <Asked slug={slug} askedOn={askedOn} />
      ) : (
        <>
          <div className="grid max-w-measure gap-3">
            <p>{t("what")}</p>
            <p>
              {t.rich("takeOut", {
                link: (words) => (
                  <Link
                    href={`/w/${slug}/settings/export`}
                    className="text-teal underline underline-offset-4"
                  >
                    {words}
                  </Link>
                ),
              })}
            </p>
            <p>{t("how")}</p>
          </div>
          <AskForm slug={slug} name={name} problem={problem} />
        </>
      )}
    </div>
  );
}

function Asked({ slug, askedOn }: { slug: string; askedOn: PlainDate }) {
  const t = useTranslations("workspaces.erase");
  const form = useTranslations("form");
  const formats = useFormats();
  return (
    <Card title={t("askedTitle")}>
      <p className="mb-4">{t("asked", { date: formats.date(askedOn) })}</p>
      <form action={withdrawErasureAction}>
        <input type="hidden" name="_workspace" value={slug} />
        <SubmitButton pendingLabel={form("saving")}>{t("withdraw")}</SubmitButton>
      </form>
    </Card>
  );
}

function AskForm({ slug, name, problem }: { slug: string; name: string; problem: boolean }) {
  const t = useTranslations("workspaces.erase");
  const form = useTranslations("form");
  const error = problem ? t("problem") : undefined;
  return (
    <div className="max-w-form">
      <ErrorSummary title={form("errorTitle")} errors={error ? [{ fieldId: "name", text: error }] : []} />
      <form action={askForErasureAction} noValidate className="grid gap-6">
        <input type="hidden" name="_workspace" value={slug} />
        <TextInput
          name="name"
          label={t("name")}
          hint={t("nameHint", { name })}
          error={error}
          autoComplete="off"
          maxLength={300}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton pendingLabel={form("saving")} variant="danger">
            {t("submit")}
          </SubmitButton>
          <Link
            href={`/w/${slug}`}
            className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
          >
            {t("back")}
          </Link>
        </div>
      </form>
    </div>
  );
}
