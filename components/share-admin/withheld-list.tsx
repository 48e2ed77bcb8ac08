import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Kept } from "@/lib/domain/release/allow-list";
import { WITHHELD_REASONS, type WithheldPlace, type WithheldTally } from "@/lib/domain/release/withheld";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  withheld: WithheldTally;
  /** Texts that could be mended, with where they stand. */
  places?: readonly WithheldPlace[];
  morePlaces?: number;
  slug: string;
};

/** What of the record a view does not show, how often, and why. */
export function WithheldList({ withheld, places = [], morePlaces = 0, slug }: Props) {
  const t = useTranslations("shares.withheld");
  const kept = useTranslations("shares.kept");
  const formats = useFormats();
  if (withheld.length === 0) return <p>{t("nothing")}</p>;
  const never = withheld.filter(({ reason }) => reason === "never");
  const reasons = WITHHELD_REASONS.flatMap((reason) => {
    const count = withheld.reduce((sum, one) => sum + (one.reason === reason ? one.count : 0), 0);
    return reason === "never" || count === 0 ? [] : [{ reason, count }];
  });
  return (
    <div className="grid gap-4">
      <ul className="grid gap-3">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <p className="font-semibold">{t(`count.${reason}`, { count })}</p>
            <p className="text-ink-2">{t(`why.${reason}`)}</p>
            <Places places={places.filter((place) => place.reason === reason)} slug={slug} />
          </li>
        ))}
        {never.length > 0 ? (
          <li>
            <p className="font-semibold">{t("never")}</p>
            <p className="text-ink-2">
              {formats.list(never.map(({ what, count }) => kept(what as Kept, { count })))}
            </p>
          </li>
        ) : null}
      </ul>
      {morePlaces > 0 ? <p className="text-ink-2">{t("morePlaces", { count: morePlaces })}</p> : null}
    </div>
  );
}

const WHAT = [
  "name",
  "title",
  "purpose",
  "reason",
  "summary",
  "promised_words",
  "own_kind",
  "agreed_by",
  "made_by_role",
  "role",
  "office",
  "source_url",
  "evidence_url",
] as const;

function Places({ places, slug }: { places: readonly WithheldPlace[]; slug: string }) {
  const t = useTranslations("shares.column");
  if (places.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-1 border-line border-s-4 ps-3">
      {places.map(({ what, record }, index) => {
        const known = WHAT.find((one) => one === what);
        const page = record.kind === "consultation" ? "consultations" : "activities";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one record may be named twice for the same reason
          <li key={`${record.id} ${what} ${index}`} className="text-sm wrap-anywhere">
            {known ? `${t(known)}: ` : null}
            <Link href={`/w/${slug}/${page}/${record.id}`} className="text-teal underline underline-offset-4">
              {record.title}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
