import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import type { Overview } from "@/lib/domain/shared-view/overview";
import { useFormats } from "@/lib/i18n/use-formats";
import { useReleased } from "./use-released";

type Props = {
  snapshot: Snapshot;
  expiresOn: PlainDate | undefined;
  lists: Overview;
};

const FIGURES = { done: "countDone", missing: "countMissing", ahead: "countAhead" } as const;
const KEYS = ["done", "missing", "ahead"] as const;

/** Whose view it is and as of when, who speaks, that opening it is seen, and in three figures what it says. */
export function ShareHeading({ snapshot, expiresOn, lists }: Props) {
  const t = useTranslations("shared.view");
  const list = useTranslations("shared.list");
  const formats = useFormats();
  const released = useReleased();
  const { organisation, releasedOn, checkedOn, scope } = snapshot;
  const name = released.within(organisation);
  return (
    <div>
      <PageHeader
        eyebrow={t("eyebrow", { organisation: name })}
        title={
          <span className="wrap-anywhere">
            {scope.body ? t("titleBody", { body: released.within(scope.body.name) }) : t("titleAll")}
          </span>
        }
        sub={[
          t("released", { date: formats.date(releasedOn), organisation: name }),
          expiresOn && t("ends", { date: formats.date(expiresOn) }),
        ]
          .filter(Boolean)
          .join(" ")}
      />
      <ul className="mb-4 grid gap-4 sm:grid-cols-3 print:grid-cols-3">
        {KEYS.map((key) => (
          <li key={key}>
            <Link
              href={`#${key}`}
              className="block h-full rounded-md border border-line bg-card px-4 py-3 underline-offset-4 hover:underline md:px-6"
            >
              <span className="text-2xl font-semibold tabular-nums">{formats.number(lists[key].length)}</span>{" "}
              <span className="text-ink-2">{list(FIGURES[key], { count: lists[key].length })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="grid max-w-measure gap-1 text-sm text-ink-2">
        <p>{t("voice", { organisation: name })}</p>
        <p>{t("checked", { date: formats.date(checkedOn) })}</p>
        <p>{t("seen", { organisation: name })}</p>
      </div>
    </div>
  );
}
