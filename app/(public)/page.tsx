import { Landing } from "@/components/landing/landing";
import { PublicShell } from "@/components/shell/public-shell";
import { findPerson } from "@/lib/access/person";
import { settings } from "@/lib/env";

type Props = { searchParams: Promise<{ "signed-out"?: string }> };

export default async function LandingPage({ searchParams }: Props) {
  const { "signed-out": signedOut } = await searchParams;
  return (
    <PublicShell>
      <Landing demo={settings().demo} signedIn={await findPerson()} signedOut={signedOut} />
    </PublicShell>
  );
}
