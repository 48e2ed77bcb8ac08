import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import type { BodyOrder } from "@/lib/domain/measures";

type Way = { href: string; label: string };

/** The two orders of a list of public bodies, as links. */
export function OrderLinks({
  label,
  order,
  ...ways
}: { label: string; order: BodyOrder } & Record<BodyOrder, Way>) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4">
      {(["name", "hours"] as const).map((way) => (
        <Link
          key={way}
          href={ways[way].href}
          aria-current={way === order ? "true" : undefined}
          className={classes(
            "inline-flex min-h-11 items-center text-sm underline-offset-4",
            way === order ? "font-semibold text-ink" : "text-teal underline",
          )}
        >
          {ways[way].label}
        </Link>
      ))}
    </nav>
  );
}
