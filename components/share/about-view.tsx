import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { DUE_SOURCES } from "@/lib/domain/consultation-record";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { mailTo } from "@/lib/domain/shared-view/mail-to";
import { STANDINGS } from "@/lib/domain/standing";
import { useFormats } from "@/lib/i18n/use-formats";
import { useReleased } from "./use-released";

const NOT_SHOWN = ["numbers", "names", "notes", "places", "months", "texts"] as const;

/** What a view covers, what is not shown in general terms, how it is worked out, and how to have it put right. */
export function AboutView({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations("shared.about");
  const labels = useTranslations("standing.label");
  const whose = useTranslations("shared.whose");
  const formats = useFormats();
  const standings = new Set(snapshot.consultations.map(({ standing }) => standing));
  const shown = STANDINGS.filter((standing) => standings.has(standing));
  return (
    <Card id="about" title={t("title")}>
      <Covers scope={snapshot.scope} />
      <h3 className="mt-5 mb-1 font-semibold">{t("notShown")}</h3>
      <ul className="grid max-w-measure list-disc gap-1 ps-5">
        {NOT_SHOWN.map((key) => (
          <li key={key}>{t(`not.${key}`)}</li>
        ))}
      </ul>
      {shown.length > 0 ? (
        <>
          <h3 className="mt-5 mb-1 font-semibold">{t("how")}</h3>
          <p className="max-w-measure">{t("rule")}</p>
          <DefinitionList
            items={shown.map((standing) => ({ term: labels(standing), value: t(`standing.${standing}`) }))}
          />
        </>
      ) : null}
      <h3 className="mt-5 mb-1 font-semibold">{t("dates")}</h3>
      <DefinitionList
        items={DUE_SOURCES.map((source) => ({
          term: whose(source),
          value: t(`date.${source}`, { days: formats.days(snapshot.actionDays) }),
        }))}
      />
      <Wrong snapshot={snapshot} />
    </Card>
  );
}

function Covers({ scope }: { scope: Snapshot["scope"] }) {
  const t = useTranslations("shared.about");
  const formats = useFormats();
  const released = useReleased();
  const { body, fromOn, toOn, sections } = scope;
  const period =
    fromOn && toOn
      ? formats.dateRange(fromOn, toOn)
      : fromOn
        ? t("from", { date: formats.date(fromOn) })
        : toOn
          ? t("until", { date: formats.date(toOn) })
          : t("allTime");
  return (
    <>
      <h3 className="mb-1 font-semibold">{t("covers")}</h3>
      <DefinitionList
        items={[
          { term: t("bodies"), value: body ? released.text(body.name) : t("allBodies") },
          { term: t("period"), value: period },
          { term: t("parts"), value: formats.list(sections.map((section) => t(`section.${section}`))) },
        ]}
      />
    </>
  );
}

function Wrong({ snapshot: { replyTo, releasedOn } }: { snapshot: Snapshot }) {
  const t = useTranslations("shared.about");
  const mail = useTranslations("shared.mail");
  const formats = useFormats();
  const about = mail("aboutView", { date: formats.date(releasedOn) });
  return (
    <>
      <h3 className="mt-5 mb-1 font-semibold">{t("wrong")}</h3>
      <p className="max-w-measure">{t(replyTo === null ? "wrongNoAddress" : "wrongText")}</p>
      {replyTo === null ? null : (
        <p>
          <a
            href={mailTo(replyTo, mail("subjectPlain"), `${about}\n\n`)}
            className="inline-flex min-h-11 items-center text-teal wrap-anywhere underline underline-offset-4"
          >
            {t("writeTo", { email: replyTo })}
          </a>
        </p>
      )}
    </>
  );
}
