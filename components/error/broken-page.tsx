"use client";

import { PublicFrame } from "@/components/shell/public-frame";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { errorWords } from "@/lib/i18n/error-words";

type Props = {
  retry: () => void;
  /** Where "home" is from here. */
  home: string;
};

/** What a page becomes when rendering it failed. No error text: what happened is in the server's log. */
export function BrokenPage({ retry, home }: Props) {
  const words = errorWords(typeof document === "undefined" ? "en" : document.documentElement.lang);
  return (
    <PublicFrame appName={words.appName} skipLabel={words.skipToContent}>
      <div role="alert">
        <PageHeader title={words.brokenTitle} sub={words.brokenText} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={retry}>{words.tryAgain}</Button>
        <ButtonLink href={home} variant="secondary">
          {home === "/" ? words.toStart : words.toHome}
        </ButtonLink>
      </div>
    </PublicFrame>
  );
}
