import { useTranslations } from "next-intl";
import { Static } from "@/components/markup/static";
import { ButtonLink } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { useFormats } from "@/lib/i18n/use-formats";
import { ProductMark } from "./mark";
import { PLACES, SECONDARY } from "./places";
import type { ShellModel } from "./shell-model";
import { WorkspaceList } from "./workspace-list";

/** The desktop's navigation, down the side. */
export function Rail(model: ShellModel) {
  const t = useTranslations("shell");
  const formats = useFormats();
  const { slug, current, counts = {}, otherWorkspaces = [] } = model;
  return (
    <Static data-print="no" className="hidden border-e border-line bg-card lg:block">
      <nav
        aria-label={t("menu")}
        className="sticky top-0 flex h-dvh flex-col gap-1 overflow-y-auto px-3 py-5"
      >
        <Link
          href={`/w/${slug}`}
          className="mb-2 flex min-h-11 shrink-0 items-center gap-3 px-2 leading-tight font-semibold"
        >
          <ProductMark />
          <span className="line-clamp-4 min-w-0 wrap-anywhere">{model.orgName}</span>
        </Link>
        {otherWorkspaces.length > 0 ? (
          <details className="mb-1">
            <summary className="flex min-h-11 items-center gap-2 rounded-md px-3 text-ink-2 hover:bg-sunken">
              {t("switchOrganisation")}
              <Icon name="chevron" size={16} />
            </summary>
            <WorkspaceList workspaces={otherWorkspaces} />
          </details>
        ) : null}
        {model.logHref ? (
          <div className="mb-2 grid shrink-0">
            <ButtonLink href={model.logHref} wide>
              {t("log")}
            </ButtonLink>
          </div>
        ) : null}
        <ul className="grid gap-1">
          {model.places.map((key) => {
            const count = counts[key];
            return (
              <li key={key}>
                <Link
                  href={`/w/${slug}${PLACES[key].path}`}
                  aria-current={current === key ? "page" : undefined}
                  className={classes(
                    "flex min-h-11 items-center gap-3 rounded-md px-3",
                    current === key ? "bg-teal-soft font-semibold text-teal" : "hover:bg-sunken",
                  )}
                >
                  <Icon name={PLACES[key].icon} />
                  <span className="min-w-0">{t(`place.${key}`)}</span>
                  {count ? (
                    <span className="ms-auto text-sm text-ink-2 tabular-nums">{formats.number(count)}</span>
                  ) : null}
                </Link>
              </li>
            );
          })}
        </ul>
        <ul className="mt-auto grid gap-1 pt-6 text-ink-2">
          {model.secondary.map((key) => (
            <li key={key}>
              <Link
                href={`/w/${slug}${SECONDARY[key].path}`}
                aria-current={current === key ? "page" : undefined}
                className={classes(
                  "flex min-h-11 items-center rounded-md px-3",
                  current === key ? "bg-teal-soft font-semibold text-teal" : "hover:bg-sunken",
                )}
              >
                {t(`secondary.${key}`)}
              </Link>
            </li>
          ))}
          {model.account ? <li>{model.account}</li> : null}
        </ul>
      </nav>
    </Static>
  );
}
