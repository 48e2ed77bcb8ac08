import { useTranslations } from "next-intl";
import { ShareView } from "@/components/share/share-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import type { WithheldTally } from "@/lib/domain/release/withheld";
import type { ShareState } from "@/lib/domain/share";
import { replaceAddressAction, stopShareAction } from "@/lib/features/shares/actions";
import { useFormats } from "@/lib/i18n/use-formats";
import { NewAddress } from "./new-address";
import { type Opening, OpeningList } from "./opening-list";
import { ShareStateBadge } from "./share-state-badge";
import { ShareSummary, type SummaryOf } from "./share-summary";
import { WithheldList } from "./withheld-list";

type Props = {
  id: string;
  content: SummaryOf;
  state: ShareState;
  snapshot: Snapshot;
  withheld: WithheldTally;
  openings: readonly Opening[];
  opened: { total: number; readers: number; days: number };
  /** Of a link whose address was just made. */
  address: { address: string; passphrase: string } | null;
  workspace: { slug: string; timeZone: string };
};

/** A released view: where it stands, its address while that is new, who opened it when, and what it shows. */
export function ShareDetails(props: Props) {
  const { id, content, state, snapshot, withheld, address, workspace } = props;
  const t = useTranslations("shares");
  const formats = useFormats();
  const page = `/w/${workspace.slug}/shares/${id}`;
  const usable = state === "open" || state === "expired";
  return (
    <>
      <PageHeader
        title={content.officerEmail ? t("details.forOfficer") : t("details.forLink")}
        sub={t("details.released", { date: formats.date(snapshot.releasedOn) })}
        action={usable ? <ButtonLink href={`${page}/release`}>{t("details.again")}</ButtonLink> : undefined}
      />
      <div className="grid gap-6">
        {address && usable ? (
          <NewAddress
            address={address.address}
            passphrase={content.wantsPassphrase ? address.passphrase : null}
            slug={workspace.slug}
            id={id}
          />
        ) : null}
        <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
          <Card title={t("details.what")} aside={<ShareStateBadge state={state} />}>
            <p className="mb-2 max-w-measure text-ink-2">{t(`details.state.${state}`)}</p>
            <ShareSummary share={content} />
            {usable ? <Changes {...{ id, page, content, state, slug: workspace.slug }} /> : null}
          </Card>
          <OpeningList openings={props.openings} opened={props.opened} timeZone={workspace.timeZone} />
        </div>
        <Card title={t("details.withheld")}>
          <WithheldList withheld={withheld} slug={workspace.slug} />
        </Card>
        <details className="min-w-0 rounded-md border-2 border-line-strong border-dashed p-3 md:p-5">
          <summary className="min-h-11 py-2 font-semibold">{t("details.shown")}</summary>
          <div className="mt-4">
            <ShareView snapshot={snapshot} expiresOn={content.expiresOn} />
          </div>
        </details>
      </div>
    </>
  );
}

type ChangesProps = {
  id: string;
  page: string;
  slug: string;
  state: ShareState;
  content: { audience: "officer" | "link"; expiresOn: PlainDate };
};

/** What an owner can still do with a released view. */
function Changes({ id, page, slug, content }: ChangesProps) {
  const t = useTranslations("shares.details");
  const hidden = (
    <>
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="id" value={id} />
    </>
  );
  return (
    <div className="mt-4 grid gap-4">
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${page}/edit`} variant="secondary">
          {t("change")}
        </ButtonLink>
        {content.audience === "link" ? (
          <form action={replaceAddressAction}>
            {hidden}
            <Button type="submit" variant="secondary">
              {t("replace")}
            </Button>
          </form>
        ) : null}
      </div>
      {content.audience === "link" ? <p className="text-sm text-ink-2">{t("replaceHint")}</p> : null}
      <form action={stopShareAction} className="border-line border-t pt-4">
        {hidden}
        <p className="mb-2 text-sm text-ink-2">{t("stopHint")}</p>
        <Button type="submit" variant="danger">
          {t("stop")}
        </Button>
      </form>
    </div>
  );
}
