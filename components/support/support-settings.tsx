import { useTranslations } from "next-intl";
import { RadioField } from "@/components/consultation/forms/form-fields";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { FormView } from "@/lib/domain/form-view";
import { SUPPORT_KINDS, SUPPORT_SPANS, type SupportGrantView } from "@/lib/domain/support";
import { grantSupportAction, withdrawSupportAction } from "@/lib/features/support/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Place = { slug: string; timeZone: string };
type Props = {
  workspace: Place;
  live: SupportGrantView | null;
  earlier: SupportGrantView[];
  view: FormView;
  done?: string;
};

const DONE = ["granted", "withdrawn"] as const;

/** An owner lets platform support in for a time, sees that it is in, and takes it back. */
export function SupportSettings({ workspace, live, earlier, view, done }: Props) {
  const t = useTranslations("platform.support");
  const finished = DONE.find((one) => one === done);
  return (
    <>
      {finished && (finished === "granted") === (live !== null) ? (
        <div className="mb-4">
          <Notice kind="success">{t(`done.${finished}`)}</Notice>
        </div>
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      <div className="grid gap-8">
        {live ? (
          <LiveGrant grant={live} workspace={workspace} />
        ) : (
          <GrantForm view={view} workspace={workspace} />
        )}
        {earlier.length > 0 ? <Earlier grants={earlier} workspace={workspace} /> : null}
      </div>
    </>
  );
}

function LiveGrant({ grant, workspace }: { grant: SupportGrantView; workspace: Place }) {
  const t = useTranslations("platform.support");
  const formats = useFormats();
  const moment = (at: Date) => formats.moment(at, workspace.timeZone);
  return (
    <Card title={t("live.title")}>
      <DefinitionList
        items={[
          { term: t("live.kind"), value: t(grant.mayChange ? "kinds.change" : "kinds.look") },
          { term: t("live.until"), value: moment(grant.until) },
          { term: t("live.by"), value: <bdi>{grant.grantedBy ?? t("formerMember")}</bdi> },
          {
            term: t("live.visits"),
            value: grant.visits.length === 0 ? t("live.none") : formats.list(grant.visits.map(moment)),
          },
        ]}
      />
      <form action={withdrawSupportAction} className="mt-4">
        <input type="hidden" name="_workspace" value={workspace.slug} />
        <input type="hidden" name="_from" value="/settings/support" />
        <input type="hidden" name="id" value={grant.id} />
        <Button type="submit" variant="danger">
          {t("live.withdraw")}
        </Button>
        <p className="mt-2 text-ink-2">{t("live.withdrawHint")}</p>
      </form>
    </Card>
  );
}

function GrantForm({ view, workspace }: { view: FormView; workspace: Place }) {
  const t = useTranslations("platform.support.form");
  const form = { view, labels: { kind: t("kind"), span: t("span") } };
  const hints = { look: t("lookHint"), change: t("changeHint") };
  return (
    <TypedForm
      form={form}
      place={{ ...workspace, page: "/settings/support", back: { path: "/settings", label: t("back") } }}
      action={grantSupportAction}
      submit={t("submit")}
    >
      <RadioField
        form={form}
        name="kind"
        choices={SUPPORT_KINDS.map((value) => ({ value, label: t(value), hint: hints[value] }))}
      />
      <RadioField
        form={form}
        name="span"
        choices={SUPPORT_SPANS.map((value) => ({ value, label: t(value) }))}
      />
      <p className="max-w-measure text-ink-2">{t("note")}</p>
    </TypedForm>
  );
}

function Earlier({ grants, workspace }: { grants: SupportGrantView[]; workspace: Place }) {
  const t = useTranslations("platform.support");
  const formats = useFormats();
  const moment = (at: Date) => formats.moment(at, workspace.timeZone);
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="mb-2 text-lg">
        {t("earlier.title")}
      </h2>
      <DataTable
        caption={t("earlier.caption")}
        rows={grants}
        rowKey={(grant) => grant.id}
        columns={[
          {
            key: "granted",
            header: t("earlier.granted"),
            main: true,
            cell: ({ grantedAt }) => moment(grantedAt),
          },
          {
            key: "until",
            header: t("earlier.until"),
            cell: ({ until, withdrawnAt }) =>
              withdrawnAt ? t("earlier.withdrawn", { at: moment(withdrawnAt) }) : moment(until),
          },
          {
            key: "kind",
            header: t("earlier.kind"),
            cell: ({ mayChange }) => t(mayChange ? "kinds.change" : "kinds.look"),
          },
          {
            key: "visits",
            header: t("earlier.visits"),
            cell: ({ visits }) => t("earlier.times", { count: visits.length }),
          },
        ]}
      />
    </section>
  );
}
