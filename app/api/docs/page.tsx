import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiReference } from "@/components/api/api-reference";
import { PublicShell } from "@/components/shell/public-shell";
import { readDescription } from "@/lib/features/api/read-description";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("title") };
}

export default function ApiDocsPage() {
  return (
    <PublicShell>
      <ApiReference {...readDescription()} />
    </PublicShell>
  );
}
