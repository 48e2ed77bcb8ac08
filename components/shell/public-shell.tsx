import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { LanguageSwitch } from "./language-switch";
import { PublicFrame } from "./public-frame";

interface PublicShellProps {
  /** Top right: "Exit quickly", or a link to sign in. */
  corner?: ReactNode;
  children: ReactNode;
}

/** The frame of landing, sign-in and other pages outside a workspace. */
export function PublicShell({ corner, ...props }: PublicShellProps) {
  const t = useTranslations("common");
  const privacy = useTranslations("privacy");
  return (
    <PublicFrame
      {...props}
      appName={t("appName")}
      skipLabel={t("skipToContent")}
      footer={
        <Link href="/privacy" className="inline-flex min-h-11 items-center underline underline-offset-4">
          {privacy("link")}
        </Link>
      }
      corner={
        <div className="flex flex-wrap items-center gap-3">
          <LanguageSwitch />
          {corner}
        </div>
      }
    />
  );
}
