import { useLocale, useTranslations } from "next-intl";
import { DateField, NumberField, TextField } from "@/components/consultation/forms/form-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { FormView } from "@/lib/domain/form-view";
import { addRateAction, removeRateAction, reviseRateAction } from "@/lib/features/reference/actions";
import { moneyFormat } from "@/lib/i18n/money";
import { useFormats } from "@/lib/i18n/use-formats";
import { ReferenceForm } from "./reference-form";

const LIST = "/admin/reference/rates";

type Row = {
  id: string;
  country: string;
  currency: string;
  validFrom: string;
  amount: number;
  source: string;
  sourceUrl: string | null;
};

/** What an hour of unpaid time is counted at, by country, from which day on, and why. */
export function RateList({ rows, page, more }: { rows: Row[]; page: number; more: boolean }) {
  const t = useTranslations("platform.reference.rates");
  const common = useTranslations("common");
  const formats = useFormats();
  const locale = useLocale();
  const at = (number: number) => (number > 1 ? `${LIST}?page=${number}` : LIST);
  return (
    <>
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        action={<ButtonLink href={`${LIST}/new`}>{t("add")}</ButtonLink>}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <DataTable
          caption={t("title")}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "from",
              header: t("from"),
              main: true,
              cell: ({ id, country, validFrom }) => (
                <Link
                  href={`${LIST}/${id}`}
                  className="inline-flex min-h-11 items-center font-normal text-teal underline-offset-4 hover:underline md:min-h-6"
                >
                  {t("countryFrom", { country, date: formats.date(validFrom) })}
                </Link>
              ),
            },
            {
              key: "amount",
              header: t("amount"),
              align: "end",
              cell: ({ amount, currency }) => moneyFormat(locale, currency)(amount),
            },
            {
              key: "source",
              header: t("source"),
              cell: ({ source, sourceUrl }) =>
                sourceUrl ? (
                  <Link href={sourceUrl} rel="noreferrer" className="underline underline-offset-4">
                    {source}
                  </Link>
                ) : (
                  source
                ),
            },
          ]}
        />
      )}
      <Pagination
        label={common("pages")}
        previous={page > 1 ? { href: at(page - 1), label: common("previousPage") } : undefined}
        next={more ? { href: at(page + 1), label: common("nextPage") } : undefined}
      />
    </>
  );
}

/** One hourly rate; a new one where there is none yet. */
export function RateForm({ view, isNew = false }: { view: FormView; isNew?: boolean }) {
  const t = useTranslations("platform.reference.rates");
  const form = {
    view,
    labels: {
      country: t("country"),
      currency: t("currency"),
      validFromOn: t("from"),
      amount: t("amount"),
      source: t("source"),
      sourceUrl: t("sourceUrl"),
    },
  };
  return (
    <ReferenceForm
      form={form}
      action={isNew ? addRateAction : reviseRateAction}
      submit={isNew ? t("add") : t("save")}
      back={{ href: LIST, label: t("back") }}
    >
      <TextField form={form} name="country" hint={t("countryHint")} width="short" />
      <TextField form={form} name="currency" hint={t("currencyHint")} width="short" />
      <DateField form={form} name="validFromOn" hint={t("fromHint")} />
      <NumberField form={form} name="amount" hint={t("amountHint")} decimal />
      <TextField form={form} name="source" hint={t("sourceHint")} />
      <TextField form={form} name="sourceUrl" type="url" optional />
    </ReferenceForm>
  );
}

export function RemoveRate({ id }: { id: string }) {
  const t = useTranslations("platform.reference.rates");
  return (
    <form action={removeRateAction} className="mt-10 max-w-form border-t border-line pt-6">
      <input type="hidden" name="id" value={id} />
      <p className="mb-3 text-ink-2">{t("removeHint")}</p>
      <Button type="submit" variant="danger">
        {t("remove")}
      </Button>
    </form>
  );
}
