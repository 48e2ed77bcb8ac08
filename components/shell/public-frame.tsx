import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { SkipLink } from "@/components/ui/skip-link";
import { ProductMark } from "./mark";

interface PublicFrameProps {
  appName: string;
  skipLabel: string;
  /** Top right: "Exit quickly", or a link to sign in. */
  corner?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame outside a workspace with its words given: for error pages, which run without the catalogue. */
export function PublicFrame({ appName, skipLabel, corner, footer, children }: PublicFrameProps) {
  return (
    <>
      <SkipLink label={skipLabel} />
      <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 md:px-9">
        <header data-print="no" className="flex flex-wrap items-center justify-between gap-4 py-4">
          <Link href="/" className="flex min-h-11 items-center gap-3 font-semibold">
            <ProductMark />
            {appName}
          </Link>
          {corner}
        </header>
        <main id="main" tabIndex={-1} className="grow py-6 outline-none md:py-10">
          {children}
        </main>
        {footer ? (
          <footer data-print="no" className="border-t border-line py-6 text-ink-2">
            {footer}
          </footer>
        ) : null}
      </div>
    </>
  );
}
