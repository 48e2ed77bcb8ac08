import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteAccount } from "@/components/account/delete-account";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";
import { requirePerson } from "@/lib/access/person";
import { findOwnMemberships } from "@/lib/features/members/own-memberships";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("delete.title") };
}

type Props = { searchParams: Promise<{ problem?: string }> };

export default async function DeleteAccountPage({ searchParams }: Props) {
  const person = await requirePerson("/account/delete");
  const [{ problem }, memberships] = await Promise.all([searchParams, findOwnMemberships(person.id)]);
  return (
    <PublicShell corner={<ExitLink />}>
      <DeleteAccount email={person.email} memberships={memberships} problem={problem} />
    </PublicShell>
  );
}
