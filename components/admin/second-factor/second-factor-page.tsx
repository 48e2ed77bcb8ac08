import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { renewRecoveryCodesAction, showCodeAction } from "@/lib/features/second-factor/actions";
import { useFormats } from "@/lib/i18n/use-formats";
import { CodeForm } from "./code-form";
import { BeginSetUp, SetUp } from "./set-up";

type Props = {
  demo: boolean;
  enrolledAt: Date | null;
  shown: boolean;
  fresh: boolean;
  codesLeft: number;
  pending: { secret: string; address: string } | null;
  /** Where the admin was going; null when they came for this page. */
  next: string | null;
  /** They asked to set up an app. */
  settingUp: boolean;
  problem?: string;
  done?: string;
};

/** What an admin has besides their mailbox: shown, set up, or looked after, as they need it. */
export function SecondFactorPage(props: Props) {
  const { demo, enrolledAt, shown, fresh, pending, next, settingUp, problem, done } = props;
  const t = useTranslations("platform.secondFactor");
  if (pending && (settingUp || !enrolledAt)) return <SetUp {...pending} problem={problem} />;
  if (!enrolledAt) {
    return (
      <>
        <PageHeader title={t("begin.title")} sub={t("begin.sub")} />
        <div className="grid max-w-measure gap-4">
          {demo ? <Notice title={t("demo.title")}>{t("demo.text")}</Notice> : null}
          <p>{t("begin.what")}</p>
          <p>{t("begin.lost")}</p>
          <BeginSetUp fromHere={t("begin.submit")} />
        </div>
      </>
    );
  }
  if (!shown || (next !== null && !fresh)) {
    return (
      <>
        <PageHeader title={t("ask.title")} sub={shown ? t("ask.again") : t("ask.sub")} />
        <CodeForm
          action={showCodeAction}
          next={next ?? ""}
          label={t("ask.code")}
          hint={t("ask.hint")}
          submit={t("ask.submit")}
          problem={problem}
        />
        <p className="mt-8 max-w-measure text-ink-2">{t("ask.lost")}</p>
      </>
    );
  }
  return (
    <>
      {done === "codes-kept" ? (
        <div className="mb-4">
          <Notice kind="success">{t("codes.keptDone")}</Notice>
        </div>
      ) : null}
      <LookAfter {...props} />
    </>
  );
}

function LookAfter({ demo, enrolledAt, codesLeft, next }: Props) {
  const t = useTranslations("platform.secondFactor");
  const formats = useFormats();
  return (
    <>
      <PageHeader
        title={t("mine.title")}
        sub={t("mine.sub")}
        action={<ButtonLink href={next ?? "/admin"}>{t("mine.on")}</ButtonLink>}
      />
      <div className="grid max-w-form gap-6">
        {demo ? <Notice title={t("demo.title")}>{t("demo.text")}</Notice> : null}
        <DefinitionList
          items={[
            {
              term: t("mine.since"),
              value: enrolledAt ? formats.date(enrolledAt.toISOString().slice(0, 10)) : null,
            },
            { term: t("mine.codes"), value: t("mine.codesLeft", { count: codesLeft }) },
          ]}
        />
        {codesLeft < 3 ? <Notice kind="warning">{t("mine.few")}</Notice> : null}
        <div className="flex flex-wrap gap-4">
          <form action={renewRecoveryCodesAction}>
            <Button type="submit" variant="secondary">
              {t("mine.renew")}
            </Button>
          </form>
          <BeginAnother />
        </div>
        <p className="max-w-measure text-ink-2">{t("mine.renewHint")}</p>
      </div>
    </>
  );
}

function BeginAnother() {
  const t = useTranslations("platform.secondFactor");
  return <BeginSetUp fromHere={t("mine.another")} />;
}
