import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StopMembership } from "@/components/account/stop-membership";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";
import { requirePerson } from "@/lib/access/person";
import { findOwnMemberships } from "@/lib/features/members/own-memberships";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("stop.metaTitle") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function StopMembershipPage({ params }: Props) {
  const { workspace } = await params;
  const person = await requirePerson(`/account/stop/${encodeURIComponent(workspace)}`);
  const membership = (await findOwnMemberships(person.id)).find(({ slug }) => slug === workspace);
  if (!membership) notFound();
  return (
    <PublicShell corner={<ExitLink />}>
      <StopMembership {...membership} />
    </PublicShell>
  );
}
