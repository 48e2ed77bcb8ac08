import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrivacyNotice } from "@/components/privacy/privacy-notice";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

export default function PrivacyPage() {
  return (
    <PublicShell corner={<ExitLink />}>
      <PrivacyNotice />
    </PublicShell>
  );
}
