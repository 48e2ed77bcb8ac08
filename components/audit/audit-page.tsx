import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { type AuditAddress, auditQuery, isAuditNarrowed } from "@/lib/domain/audit-address";
import type { AuditLine } from "@/lib/domain/audit-line";
import { AuditFilters, type AuditPerson } from "./audit-filters";
import { AuditList } from "./audit-list";

type Props = {
  slug: string;
  address: AuditAddress;
  lines: readonly AuditLine[];
  people: readonly AuditPerson[];
  timeZone: string;
  next: string | null;
  previous: string | null;
};

/** The record of changes: filters, a page of it, the way on, and the way out as a spreadsheet. */
export function AuditPage({ slug, address, lines, people, timeZone, next, previous }: Props) {
  const t = useTranslations("audit");
  const common = useTranslations("common");
  const path = `/w/${slug}/audit`;
  const narrowed = isAuditNarrowed(address.filters);
  const anything = lines.length > 0;
  const link = (page: { after?: string; before?: string }) => `${path}${auditQuery(address.filters, page)}`;
  const out = (
    <ButtonLink href={`${path}/export${auditQuery(address.filters)}`} variant="secondary" download>
      {t("export")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} action={anything ? out : undefined} />
      {anything || narrowed || previous ? (
        <AuditFilters path={path} address={address} people={people} />
      ) : null}
      {anything ? (
        <>
          <p role="status" className="mb-2 text-ink-2 tabular-nums">
            {t("shown", { count: lines.length })}
          </p>
          <AuditList slug={slug} lines={lines} timeZone={timeZone} />
        </>
      ) : (
        <EmptyState
          title={t(narrowed ? "none.title" : "empty.title")}
          example={t(narrowed ? "none.hint" : "empty.example")}
          action={
            narrowed ? (
              <ButtonLink href={path} variant="secondary">
                {common("clearFilters")}
              </ButtonLink>
            ) : undefined
          }
        />
      )}
      <Pagination
        label={common("pages")}
        previous={previous ? { href: link({ before: previous }), label: common("previousPage") } : undefined}
        next={next ? { href: link({ after: next }), label: common("nextPage") } : undefined}
      />
    </>
  );
}
