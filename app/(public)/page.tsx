import { PublicShell } from "@/components/shell/public-shell";
import { Landing } from "@/components/landing/landing";
import { settings } from "@/lib/env";
import { whoIsHere } from "@/lib/features/sign-in/who-is-here";

type Props = { searchParams: Promise<{ "signed-out"?: string }> };

export default async function LandingPage({ searchParams }: Props) {
  const { "signed-out": signedOut } = await searchParams;
  return (
    <PublicShell>
      <Landing demo={settings().demo} signedIn={await whoIsHere()} signedOut={signedOut} />
    </PublicShell>
  );
}
