import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkboxes";
import { PageHeader } from "@/components/ui/page-header";
import { safePath } from "@/lib/features/sign-in/mint-token";

type Props = { searchParams: Promise<{ email?: string; token?: string; next?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in.confirm"))("title"), referrer: "no-referrer" };
}

/** Where the mailed link leads. Opening it changes nothing: only the button takes the token. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { email, token, next } = await searchParams;
  if (!email || !token) redirect("/sign-in?problem=Verification");
  const t = await getTranslations("sign-in.confirm");
  const words = await getTranslations("sign-in");
  return (
    <PublicShell>
      <PageHeader title={t("title")} sub={t("text", { email })} />
      <form action="/api/auth/callback/email" method="get" className="grid gap-6">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="callbackUrl" value={safePath(next)} />
        <Checkbox name="shared" label={words("shared")} hint={words("sharedHint")} />
        <div>
          <Button type="submit" size="large">
            {t("button")}
          </Button>
        </div>
      </form>
      <p className="mt-6 max-w-measure text-ink-2">{t("notYou")}</p>
    </PublicShell>
  );
}
