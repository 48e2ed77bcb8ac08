import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Query = Readonly<Record<string, string | string[] | undefined>>;

function count(value: Query[string]): number {
  const number = Number(typeof value === "string" ? value : 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

/** What saving the settings did, read from the address: dates worked out anew, records now older than they are kept. */
export function SettingsNotice({ query, slug }: { query: Query; slug: string }) {
  const t = useTranslations("settings");
  if (query.done !== "saved") return null;
  const dates = count(query.dates);
  const listed = count(query.listed);
  return (
    <div className="mb-6 max-w-form">
      <Notice
        kind="success"
        title={t("done.saved")}
        action={
          listed > 0 ? (
            <ButtonLink variant="quiet" href={`/w/${slug}/settings/retention`}>
              {t("done.look")}
            </ButtonLink>
          ) : undefined
        }
      >
        {dates > 0 ? <p>{t("done.dates", { count: dates })}</p> : null}
        {listed > 0 ? <p>{t("done.listed", { count: listed })}</p> : null}
      </Notice>
    </div>
  );
}
