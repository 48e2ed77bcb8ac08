import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { beginSetUpAction, confirmSetUpAction } from "@/lib/features/second-factor/actions";
import { CodeForm } from "./code-form";
import { QrCode } from "./qr-code";

/** The first step: why, and what is needed. */
export function BeginSetUp({ fromHere }: { fromHere: string }) {
  const t = useTranslations("platform.secondFactor");
  return (
    <form action={beginSetUpAction}>
      <SubmitButton size="large" pendingLabel={t("checking")}>
        {fromHere}
      </SubmitButton>
    </form>
  );
}

type Props = { secret: string; address: string; problem?: string };

/** The second step: the secret goes into an app, and the app shows that it has it. */
export function SetUp({ secret, address, problem }: Props) {
  const t = useTranslations("platform.secondFactor.setUp");
  const groups = secret.match(/.{1,4}/g)?.join(" ") ?? secret;
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <ol className="grid list-none gap-8">
        <li className="grid gap-3">
          <h2 className="text-lg">{t("scan")}</h2>
          <QrCode text={address} label={t("qr")} />
          <p className="max-w-measure">
            {t("orType")}{" "}
            <code dir="ltr" className="inline-block rounded-md bg-sunken px-2 py-1">
              {groups}
            </code>
          </p>
        </li>
        <li className="grid gap-3">
          <h2 className="text-lg">{t("confirm")}</h2>
          <CodeForm
            action={confirmSetUpAction}
            label={t("code")}
            hint={t("codeHint")}
            submit={t("submit")}
            problem={problem}
          />
        </li>
      </ol>
    </>
  );
}
