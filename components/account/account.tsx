import { useTranslations } from "next-intl";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { LOCALES } from "@/lib/i18n/locales";
import { Passkeys, type PasskeyView } from "./passkeys";

const DONE = { "passkey-added": "added", "passkey-removed": "removed" } as const;

type Props = {
  person: {
    name: string;
    email: string;
    isPlatformAdmin: boolean;
    workspaces: readonly { slug: string; name: string }[];
  };
  passkeys: readonly PasskeyView[];
  /** The one address passkeys work at. */
  origin: string;
  /** What was just done, as the address says it. */
  done?: string;
};

/** What belongs to a person and not to an organisation: language, passkeys, sessions. */
export function Account({ person, passkeys, origin, done }: Props) {
  const t = useTranslations("account");
  const said = done === "passkey-added" || done === "passkey-removed" ? DONE[done] : null;
  return (
    <div className="grid max-w-form gap-6">
      {said ? <Notice kind="success" title={t(`done.${said}`)} /> : null}
      <PageHeader
        title={t("title")}
        sub={t.rich("sub", {
          name: () => <bdi>{person.name}</bdi>,
          email: () => <bdi>{person.email}</bdi>,
        })}
      />
      <div className="-mt-6 flex flex-wrap gap-3">
        {person.workspaces.map((workspace) => (
          <ButtonLink key={workspace.slug} href={`/w/${workspace.slug}`} variant="secondary">
            {t("open", { name: workspace.name })}
          </ButtonLink>
        ))}
        {person.isPlatformAdmin ? (
          <ButtonLink href="/admin" variant="secondary">
            {t("openAdmin")}
          </ButtonLink>
        ) : null}
        {person.workspaces.length === 0 ? (
          <ButtonLink href="/shared" variant="secondary">
            {t("toShared")}
          </ButtonLink>
        ) : null}
      </div>
      {LOCALES.length > 1 ? (
        <Card title={t("language.title")}>
          <p className="max-w-measure text-ink-2">{t("language.text")}</p>
          <LanguageSwitch />
        </Card>
      ) : null}
      <Passkeys passkeys={passkeys} origin={origin} />
      <Card title={t("device.title")}>
        <p className="mb-4 max-w-measure text-ink-2">{t("device.text")}</p>
        <div className="flex flex-wrap gap-3">
          <SignOutButton />
          <SignOutButton everywhere />
        </div>
      </Card>
    </div>
  );
}
