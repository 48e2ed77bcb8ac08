import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { SkipLink } from "@/components/ui/skip-link";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import type { ShellModel } from "./shell-model";

interface AppShellProps extends ShellModel {
  /** The *Exit quickly* button; stays in reach while the page scrolls. */
  exit: ReactNode;
  children: ReactNode;
}

/** The frame of every page of a workspace: navigation, the way out, the page. */
export function AppShell({ exit, children, ...model }: AppShellProps) {
  const t = useTranslations("common");
  return (
    <>
      <SkipLink label={t("skipToContent")} />
      <div className="flex min-h-dvh flex-col lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
        <Rail {...model} />
        <div className="w-full max-w-page grow px-4 pb-8 lg:px-9 lg:pt-6 lg:pb-12">
          <header
            data-print="no"
            className="top-0 z-20 -mx-4 mb-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 bg-paper px-4 py-2 lg:sticky lg:top-6 lg:float-end lg:mx-0 lg:ms-6 lg:mb-0 lg:bg-transparent lg:p-0 [@media(min-height:36rem)]:sticky"
          >
            <Link
              href={`/w/${model.slug}`}
              className="flex min-h-11 min-w-0 flex-1 basis-32 items-center leading-tight font-semibold lg:hidden"
            >
              {model.orgName}
            </Link>
            <div className="shrink-0 whitespace-nowrap">{exit}</div>
          </header>
          <main id="main" tabIndex={-1} className="outline-none">
            {children}
          </main>
        </div>
        <PhoneBar {...model} />
      </div>
    </>
  );
}
