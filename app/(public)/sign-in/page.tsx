import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { relyingParty } from "@/lib/features/passkeys/relying-party";
import { safePath } from "@/lib/features/sign-in/mint-token";

type Props = { searchParams: Promise<{ next?: string; problem?: string; error?: string; minutes?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const typed = (await cookies()).get("sign-in-typed")?.value ?? "";
  return (
    <PublicShell>
      <SignInForm
        next={safePath(query.next)}
        typed={typed}
        problem={query.problem ?? query.error}
        minutes={Number(query.minutes) || 60}
        passkeyOrigin={relyingParty().origin}
      />
    </PublicShell>
  );
}
