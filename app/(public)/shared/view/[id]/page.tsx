import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperStyle } from "@/components/share/paper-style";
import { ShareShell } from "@/components/share/share-shell";
import { ShareView } from "@/components/share/share-view";
import { TakeAway } from "@/components/share/take-away";
import { signInPath } from "@/lib/access/pages";
import { GONE_VIEW } from "@/lib/domain/page-path";
import { openReleased } from "@/lib/features/shared-views/open-view";
import { nonceOf, today } from "@/lib/features/shared-views/reading";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shared.view"))("title") };
}

/** A view released to the address of whoever is signed in: no link needed. */
export default async function ReleasedViewPage({ params }: Props) {
  const { id } = await params;
  const path = `/shared/view/${id}`;
  const opened = await openReleased(id, "page");
  if (opened === null) redirect(signInPath(path));
  if (opened.state === "gone") redirect(GONE_VIEW);
  return (
    <ShareShell signedIn>
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
