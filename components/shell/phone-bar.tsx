import { useTranslations } from "next-intl";
import { Static } from "@/components/markup/static";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { BAR_PLACES, PLACES, type PlaceKey, SECONDARY } from "./places";
import type { ShellModel } from "./shell-model";
import { WorkspaceList } from "./workspace-list";

const ITEM =
  "flex min-h-14 grow flex-col items-center justify-end gap-0.5 px-1 pb-1 text-center text-sm leading-tight";

/** The phone's navigation: a bar within the thumb's reach. "More" is a `<details>`, so it opens without script. */
export function PhoneBar(model: ShellModel) {
  const t = useTranslations("shell");
  const { slug, current, places, otherWorkspaces = [] } = model;
  const inBar = BAR_PLACES.filter((key) => places.includes(key));
  const underMore = places.filter((key) => !BAR_PLACES.includes(key));
  const moreIsCurrent = current !== null && current !== "log" && !inBar.some((key) => key === current);

  const place = (key: PlaceKey) => (
    <li key={key} className="flex grow">
      <Link
        href={`/w/${slug}${PLACES[key].path}`}
        aria-current={current === key ? "page" : undefined}
        className={classes(ITEM, current === key ? "font-semibold text-teal" : "text-ink-2")}
      >
        <Icon name={PLACES[key].icon} size={24} />
        {t(`place.${key}`)}
      </Link>
    </li>
  );
  const more = (key: string, path: string, label: string) => (
    <li key={key}>
      <Link
        href={`/w/${slug}${path}`}
        aria-current={current === key ? "page" : undefined}
        className={classes(
          "flex min-h-12 items-center rounded-md px-3",
          current === key && "bg-teal-soft font-semibold text-teal",
        )}
      >
        {label}
      </Link>
    </li>
  );

  return (
    <Static
      as="nav"
      aria-label={t("menu")}
      className="@container bottom-0 z-20 border-t border-line bg-card px-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] lg:hidden [@media(min-height:30rem)]:sticky"
    >
      <ul className="mx-auto flex max-w-form flex-wrap">
        {inBar.slice(0, 2).map(place)}
        {model.logHref ? (
          <li className="flex grow">
            <Link
              href={model.logHref}
              aria-current={current === "log" ? "page" : undefined}
              className={classes(ITEM, "relative z-10 -mt-6 font-semibold text-teal @max-[18rem]:mt-0")}
            >
              <span className="grid size-14 place-items-center rounded-full border-4 @max-[18rem]:size-11 border-card bg-teal text-on-teal">
                <Icon name="plus" size={28} />
              </span>
              {t("logShort")}
            </Link>
          </li>
        ) : null}
        {inBar.slice(2).map(place)}
        <li className="flex grow">
          <details className="group flex grow">
            <summary
              className={classes(
                ITEM,
                "list-none [&::-webkit-details-marker]:hidden",
                moreIsCurrent ? "font-semibold text-teal" : "text-ink-2",
              )}
            >
              <Icon name="more" size={24} weight="bold" />
              {t("more")}
            </summary>
            <div className="absolute inset-x-0 bottom-full max-h-[70dvh] overflow-y-auto rounded-t-md border-t border-line bg-card px-4 pt-4 pb-9 text-base shadow-float">
              <ul className="grid gap-1">
                {underMore.map((key) => more(key, PLACES[key].path, t(`place.${key}`)))}
                {model.secondary.map((key) => more(key, SECONDARY[key].path, t(`secondary.${key}`)))}
                {model.account ? <li className="px-3 py-1">{model.account}</li> : null}
              </ul>
              {otherWorkspaces.length > 0 ? (
                <>
                  <p className="mt-3 border-t border-line px-3 pt-3 text-sm text-ink-2">
                    {t("switchOrganisation")}
                  </p>
                  <WorkspaceList workspaces={otherWorkspaces} />
                </>
              ) : null}
            </div>
          </details>
        </li>
      </ul>
    </Static>
  );
}
