import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { overviewOf } from "@/lib/domain/shared-view/overview";
import { owedAcross } from "@/lib/domain/shared-view/owed-across";
import { useFormats } from "@/lib/i18n/use-formats";
import { OverviewLines } from "./overview-list";
import { useReleased } from "./use-released";

export type ReleasedView = { id: string; snapshot: Snapshot; expiresOn: PlainDate };
type Props = { views: readonly ReleasedView[]; today: PlainDate };

const pageOf = (id: string) => `/shared/view/${id}`;

/** Every view an officer has been given, and across them what public bodies still owe. */
export function ReleasedViews({ views, today }: Props) {
  const t = useTranslations("shared");
  if (views.length === 0) return <EmptyState title={t("empty")} example={t("emptyExample")} />;
  return (
    <div className="grid gap-4 lg:gap-6 [&>*]:min-w-0">
      <Card title={t("views")}>
        <ul className="divide-y divide-line">
          {views.map((view) => (
            <ViewLine key={view.id} view={view} />
          ))}
        </ul>
      </Card>
      <StillOwed views={views} today={today} />
      <p className="max-w-measure text-sm text-ink-2">{t("seenList")}</p>
    </div>
  );
}

function ViewLine({ view: { id, snapshot, expiresOn } }: { view: ReleasedView }) {
  const t = useTranslations("shared");
  const formats = useFormats();
  const released = useReleased();
  const { body } = snapshot.scope;
  const organisation = released.within(snapshot.organisation);
  const { missing, ahead } = overviewOf(snapshot);
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <h3>
        <Link
          href={pageOf(id)}
          className="inline-flex min-h-11 items-center font-semibold wrap-anywhere text-teal underline underline-offset-4"
        >
          {body
            ? t("viewOf", { body: released.within(body.name), organisation })
            : t("viewOfAll", { organisation })}
        </Link>
      </h3>
      <p className="text-sm">{t("viewCounts", { missing: missing.length, ahead: ahead.length })}</p>
      <p className="text-sm text-ink-2">
        {t("viewDates", { released: formats.date(snapshot.releasedOn), ends: formats.date(expiresOn) })}
      </p>
    </li>
  );
}

function StillOwed({ views, today }: Props) {
  const t = useTranslations("shared.owed");
  const formats = useFormats();
  const released = useReleased();
  const bodies = owedAcross(views);
  return (
    <Card id="owed" title={t("title")}>
      <p className="mb-4 max-w-measure text-ink-2">{bodies.length === 0 ? t("none") : t("sub")}</p>
      {bodies.map(({ body, count, views: inViews }) => (
        <section key={body === null ? "" : released.text(body)} className="mt-5 first-of-type:mt-0">
          <h3 className="mb-1 font-semibold wrap-anywhere">
            {t("body", { body: body === null ? t("unnamed") : released.within(body), count })}
          </h3>
          {inViews.map(({ viewId, organisation, releasedOn, lines }) => (
            <div key={viewId} className="mb-4 border-line border-s-4 ps-4">
              <p className="mb-2 text-sm text-ink-2 wrap-anywhere">
                {t("from", { organisation: released.within(organisation), date: formats.date(releasedOn) })}
              </p>
              <OverviewLines
                lines={lines}
                releasedOn={releasedOn}
                today={today}
                page={pageOf(viewId)}
                withBody={false}
              />
            </div>
          ))}
        </section>
      ))}
    </Card>
  );
}
