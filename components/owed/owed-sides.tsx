import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import { type OwedAddress, type OwedSide, owedQuery } from "@/lib/domain/owed";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  path: string;
  address: OwedAddress;
  counts: readonly { side: OwedSide; count: number }[];
};

/** The three sides of what is owed, each with how much there is. */
export function OwedSides({ path, address, counts }: Props) {
  const t = useTranslations("owed");
  const formats = useFormats();
  return (
    <nav aria-label={t("sides")} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {counts.map(({ side, count }) => {
          const current = side === address.side;
          return (
            <li key={side}>
              <Link
                href={`${path}${owedQuery({ side, body: address.body })}`}
                aria-current={current ? "page" : undefined}
                className={classes(
                  "inline-flex min-h-11 items-center rounded-full border px-4 tabular-nums",
                  current
                    ? "border-teal bg-teal-soft font-semibold text-teal"
                    : "border-line-strong bg-card hover:bg-sunken",
                )}
              >
                {t("sideCount", { label: t(`side.${side}`), count: formats.number(count) })}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
