import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Account } from "@/components/account/account";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";
import { requirePerson } from "@/lib/access/person";
import { findOwnMemberships, findOwnName } from "@/lib/features/members/own-memberships";
import { findPasskeys } from "@/lib/features/passkeys/manage-passkeys";
import { relyingParty } from "@/lib/features/passkeys/relying-party";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage({ searchParams }: Props) {
  const [{ done }, person] = await Promise.all([searchParams, requirePerson("/account")]);
  const [passkeys, memberships, ownName] = await Promise.all([
    findPasskeys(person.id),
    findOwnMemberships(person.id),
    findOwnName(person.id),
  ]);
  return (
    <PublicShell corner={<ExitLink />}>
      <Account
        person={person}
        ownName={ownName}
        memberships={memberships}
        origin={relyingParty().origin}
        done={done}
        passkeys={passkeys}
      />
    </PublicShell>
  );
}
