import { useTranslations } from "next-intl";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { LOCALES } from "@/lib/i18n/locales";
import { Organisations, type OwnMembershipView } from "./organisations";
import { OwnName } from "./own-name";
import { Passkeys, type PasskeyView } from "./passkeys";

const DONE = {
  "passkey-added": "added",
  "passkey-removed": "removed",
  renamed: "renamed",
  stopped: "stopped",
} as const;

/** What the address says was just done, as the catalogue words it; null for nothing known. */
function said(done: string | undefined) {
  const key = Object.keys(DONE).find((one): one is keyof typeof DONE => one === done);
  return key ? DONE[key] : null;
}

type Props = {
  person: {
    name: string;
    email: string;
    isPlatformAdmin: boolean;
  };
  /** The name they gave; null for none. */
  ownName: string | null;
  memberships: readonly OwnMembershipView[];
  passkeys: readonly PasskeyView[];
  /** The one address passkeys work at. */
  origin: string;
  /** What was just done, as the address says it. */
  done?: string;
};

/** What belongs to a person and not to an organisation: language, passkeys, sessions. */
export function Account({ person, ownName, memberships, passkeys, origin, done }: Props) {
  const t = useTranslations("account");
  const finished = said(done);
  return (
    <div className="grid max-w-form gap-6">
      {finished ? <Notice kind="success" title={t(`done.${finished}`)} /> : null}
      <PageHeader
        title={t("title")}
        sub={t.rich("sub", {
          name: () => <bdi>{person.name}</bdi>,
          email: () => <bdi>{person.email}</bdi>,
        })}
      />
      {person.isPlatformAdmin || memberships.length === 0 ? (
        <div className="-mt-6 flex flex-wrap gap-3">
          {person.isPlatformAdmin ? (
            <ButtonLink href="/admin" variant="secondary">
              {t("openAdmin")}
            </ButtonLink>
          ) : null}
          {memberships.length === 0 ? (
            <ButtonLink href="/shared" variant="secondary">
              {t("toShared")}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      <Organisations memberships={memberships} />
      <OwnName name={ownName} />
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
      <Card title={t("delete.title")}>
        <p className="mb-4 max-w-measure text-ink-2">{t("delete.sub")}</p>
        <ButtonLink href="/account/delete" variant="danger">
          {t("delete.open")}
        </ButtonLink>
      </Card>
    </div>
  );
}
