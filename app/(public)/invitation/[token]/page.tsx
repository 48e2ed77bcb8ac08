import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Invitation, NoInvitation } from "@/components/member/invitation";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";
import { findPerson } from "@/lib/access/person";
import { readInvitation } from "@/lib/features/invitations/read-invitation";
import { systemClock } from "@/lib/services/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("invitation.metaTitle"), robots: { index: false } };
}

type Props = { params: Promise<{ token: string }> };

/** Where an invitation's link leads. Opening it uses nothing up: only the button does. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([readInvitation(token, systemClock()), findPerson()]);
  return (
    <PublicShell corner={<ExitLink />}>
      {invitation ? (
        <Invitation
          page={`/invitation/${encodeURIComponent(token)}`}
          invitation={invitation}
          signedInAs={person?.email ?? null}
        />
      ) : (
        <NoInvitation />
      )}
    </PublicShell>
  );
}
