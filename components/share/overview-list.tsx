import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import type { OverviewLine } from "@/lib/domain/shared-view/overview";
import { hasPassed } from "@/lib/domain/shared-view/released-date";
import { ShareBadge } from "./share-badge";
import { useLine } from "./use-line";
import { useReleased } from "./use-released";

type LinesProps = {
  lines: readonly OverviewLine[];
  releasedOn: PlainDate;
  /** The day it is read on. */
  today: PlainDate;
  /** Where the entries are: another page, or nothing for this one. */
  page?: string;
  /** Names the body on each line, where there are several. */
  withBody: boolean;
};

/** Lines of a view: what, where it stands, its date and whose it is, each leading to its entry. */
export function OverviewLines({ lines, releasedOn, today, page = "", withBody }: LinesProps) {
  const t = useTranslations("shared.view");
  const parts = useLine();
  const released = useReleased();
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li
          key={`${line.at} ${line.state} ${released.text(line.title)}`}
          data-print="whole"
          className="grid gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto] print:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <Link
              href={`${page}#${line.at}`}
              className="inline-block py-1 leading-tight font-semibold wrap-anywhere underline-offset-4 hover:underline"
            >
              <bdi>{released.text(line.title)}</bdi>
            </Link>
            {withBody && line.body ? (
              <p dir="auto" className="page-side text-sm text-ink-2 wrap-anywhere">
                {released.text(line.body.name)}
              </p>
            ) : null}
            <p className="text-sm">{parts(line, releasedOn).join(" · ")}</p>
            {(line.state === "open" || line.state === "waiting") &&
            line.on &&
            hasPassed(line.on, today) &&
            !hasPassed(line.on, releasedOn) ? (
              <p className="text-sm text-ink-2">{t("passedSince")}</p>
            ) : null}
          </div>
          <div className="row-start-1 sm:col-start-2 sm:pt-1 print:col-start-2">
            <ShareBadge state={line.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The three lists in the order they are read: what was done, what is missing, what lies ahead. */
const LISTS = ["done", "missing", "ahead"] as const;
const NONE = { done: "noneDone", missing: "noneMissing", ahead: "noneAhead" } as const;

type Props = {
  lists: Record<(typeof LISTS)[number], readonly OverviewLine[]>;
  snapshot: Snapshot;
  today: PlainDate;
};

export function OverviewLists({ lists, snapshot, today }: Props) {
  const t = useTranslations("shared.list");
  return LISTS.map((key) => (
    <Card key={key} id={key} title={t(key)}>
      {lists[key].length === 0 ? (
        <p className="text-ink-2">{t(NONE[key])}</p>
      ) : (
        <OverviewLines
          lines={lists[key]}
          releasedOn={snapshot.releasedOn}
          today={today}
          withBody={snapshot.scope.body === null}
        />
      )}
    </Card>
  ));
}
