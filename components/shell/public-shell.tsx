import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import { PublicFrame } from "./public-frame";

interface PublicShellProps {
  /** Top right: "Exit quickly", or a link to sign in. */
  corner?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame of landing, sign-in and other pages outside a workspace. */
export function PublicShell({ corner, ...props }: PublicShellProps) {
  const t = useTranslations("common");
  return (
    <PublicFrame
      {...props}
      appName={t("appName")}
      skipLabel={t("skipToContent")}
      corner={
        <div className="flex flex-wrap items-center gap-3">
          <LanguageSwitch />
          {corner}
        </div>
      }
    />
  );
}
