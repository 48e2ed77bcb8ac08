import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Section } from "@/lib/domain/release/snapshot";
import type { ShareState } from "@/lib/domain/share";
import { useFormats } from "@/lib/i18n/use-formats";
import { ShareStateBadge } from "./share-state-badge";
import { usePeriod } from "./share-summary";

export type ListedShare = {
  id: string;
  audience: "officer" | "link";
  officerEmail: string | null;
  bodyName: string | null;
  sections: readonly Section[];
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  expiresOn: PlainDate;
  state: ShareState;
  openings: number;
  lastOpenedAt: Date | null;
};

/** Every view of an organisation: for whom, of what, where it stands, and how often it was opened. */
export function ShareList({
  shares,
  slug,
  timeZone,
}: {
  shares: readonly ListedShare[];
  slug: string;
  timeZone: string;
}) {
  const t = useTranslations("shares");
  const formats = useFormats();
  const period = usePeriod();
  return (
    <DataTable
      caption={t("title")}
      rows={shares}
      rowKey={(share) => share.id}
      columns={[
        {
          key: "whom",
          header: t("list.whom"),
          main: true,
          cell: (share) => (
            <Link
              href={`/w/${slug}/shares/${share.id}${share.state === "draft" ? "/release" : ""}`}
              className="text-teal wrap-anywhere underline underline-offset-4"
            >
              {share.officerEmail ? <bdi>{share.officerEmail}</bdi> : t("link")}
            </Link>
          ),
        },
        {
          key: "what",
          header: t("list.what"),
          cell: (share) => (
            <>
              {share.bodyName ?? t("everyBody")}
              <span className="block text-sm text-ink-2">{period(share.fromOn, share.toOn)}</span>
            </>
          ),
        },
        { key: "state", header: t("list.state"), cell: (share) => <ShareStateBadge state={share.state} /> },
        { key: "lastDay", header: t("list.lastDay"), cell: (share) => formats.date(share.expiresOn) },
        {
          key: "opened",
          header: t("list.opened"),
          cell: (share) => (
            <>
              {t("times", { count: share.openings })}
              {share.lastOpenedAt ? (
                <span className="block text-sm text-ink-2">
                  {t("list.last", { at: formats.moment(share.lastOpenedAt, timeZone) })}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
