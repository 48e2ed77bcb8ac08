import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Role } from "@/lib/domain/permissions";

export type OwnMembershipView = { slug: string; name: string; role: Role; isOnlyOwner: boolean };

/** The organisations a person belongs to, with their role: going there, and going for good. */
export function Organisations({ memberships }: { memberships: readonly OwnMembershipView[] }) {
  const t = useTranslations("account.organisations");
  const roles = useTranslations("members.role");
  if (memberships.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="grid">
        {memberships.map(({ slug, name, role }) => (
          <li
            key={slug}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                <bdi>{name}</bdi>
              </p>
              <p className="text-ink-2">{t("as", { role: roles(role) })}</p>
            </div>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={`/w/${slug}`} variant="secondary">
                {t("open", { name })}
              </ButtonLink>
              <ButtonLink href={`/account/stop/${slug}`} variant="quiet">
                {t("stop")}
                <span className="sr-only"> {t("stopNamed", { name })}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
