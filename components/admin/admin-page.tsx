import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { Link } from "@/components/ui/link";

/** The rooms of the platform's admins, in the order they are shown. Words: `admin.places.<key>`. */
const PLACES = {
  workspaces: "/admin/workspaces",
  support: "/admin/support",
  bodies: "/admin/reference/bodies",
  rates: "/admin/reference/rates",
  topics: "/admin/reference/topics",
  health: "/admin/health",
  secondFactor: "/admin/second-factor",
} as const satisfies Record<string, string>;

type Props = { current: keyof typeof PLACES; children: ReactNode };

/** A page of /admin: the frame outside of workspaces, with the admin's places above it. */
export function AdminPage({ current, children }: Props) {
  const t = useTranslations("admin");
  return (
    <PublicShell corner={<SignOutButton />}>
      <nav aria-label={t("nav")} data-print="no" className="-mt-4 mb-6 border-b border-line">
        <ul className="-mb-px flex flex-wrap gap-x-6">
          {Object.entries(PLACES).map(([key, path]) => (
            <li key={key}>
              <Link
                href={path}
                aria-current={key === current ? "page" : undefined}
                className="inline-flex min-h-11 items-center border-b-2 border-transparent hover:border-line-strong aria-[current=page]:border-teal aria-[current=page]:font-semibold"
              >
                {t(`places.${key as keyof typeof PLACES}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </PublicShell>
  );
}
