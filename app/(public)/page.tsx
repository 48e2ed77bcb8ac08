import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Landing } from "@/components/landing/landing";
import { PublicShell } from "@/components/shell/public-shell";
import { findPerson } from "@/lib/access/person";
import { settings } from "@/lib/env";

type Props = { searchParams: Promise<{ "signed-out"?: string }> };

/** On one machine, `localhost` and `127.0.0.1` are two sites to a browser: signing in works on the one in the settings. */
async function goToOwnAddress(): Promise<void> {
  const { appUrl, demo } = settings();
  const host = (await headers()).get("host") ?? "";
  if (demo && host !== new URL(appUrl).host && host === `localhost:${new URL(appUrl).port}`) redirect(appUrl);
}

export default async function LandingPage({ searchParams }: Props) {
  const { "signed-out": signedOut } = await searchParams;
  // A form may not lead to another address: whoever signs out at this one reads the goodbye here.
  if (!signedOut) await goToOwnAddress();
  return (
    <PublicShell>
      <Landing demo={settings().demo} signedIn={await findPerson()} signedOut={signedOut} />
    </PublicShell>
  );
}
