import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperStyle } from "@/components/share/paper-style";
import { PassphraseForm } from "@/components/share/passphrase-form";
import { ShareShell } from "@/components/share/share-shell";
import { ShareView } from "@/components/share/share-view";
import { TakeAway } from "@/components/share/take-away";
import { GONE_VIEW } from "@/lib/domain/page-path";
import { openLink } from "@/lib/features/shared-views/open-view";
import { nonceOf, today } from "@/lib/features/shared-views/reading";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problem?: string; minutes?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shared.view"))("title") };
}

/** A released view, for whoever holds its link. */
export default async function SharedViewPage({ params, searchParams }: Props) {
  const { token } = await params;
  const opened = await openLink(token, "page");
  // Whoever tried too many links is told no more than that this one is not here.
  if (opened.state === "gone" || opened.state === "too_many") redirect(GONE_VIEW);
  const path = `/shared/${token}`;
  if (opened.state === "passphrase") {
    const query = await searchParams;
    return (
      <ShareShell>
        <PassphraseForm
          action={`${path}/unlock`}
          problem={query.problem}
          minutes={Number(query.minutes) || 60}
        />
      </ShareShell>
    );
  }
  return (
    <ShareShell>
      <PaperStyle snapshot={opened.snapshot} nonce={nonceOf(await headers())} />
      <ShareView
        snapshot={opened.snapshot}
        expiresOn={opened.expiresOn}
        today={today()}
        tools={<TakeAway path={path} />}
      />
    </ShareShell>
  );
}
