import { useTranslations } from "next-intl";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";

const POINTS = ["asked", "promised", "answer", "people"] as const;
const PEOPLE = ["coordinator", "volunteer", "officer", "admin"] as const;

type Props = {
  demo: boolean;
  signedIn: { name: string; isPlatformAdmin: boolean; workspaces: { slug: string; name: string }[] } | null;
  /** "here" or "everywhere" right after signing out; "deleted" after having oneself erased. */
  signedOut?: string;
};

export function Landing({ demo, signedIn, signedOut }: Props) {
  const t = useTranslations("landing");
  const words = useTranslations("sign-in");
  const account = useTranslations("account");
  return (
    <div className="grid gap-6">
      {signedOut ? (
        <Notice
          kind="success"
          title={
            signedOut === "deleted"
              ? account("deleted")
              : words(signedOut === "everywhere" ? "signedOutEverywhere" : "signedOutHere")
          }
        />
      ) : null}
      <PageHeader title={t("title")} sub={t("sub")} />
      <ul className="grid max-w-measure list-disc gap-2 ps-6">
        {POINTS.map((point) => (
          <li key={point}>{t(`points.${point}`)}</li>
        ))}
      </ul>
      {signedIn ? <Yours {...signedIn} /> : null}
      {signedIn ? null : (
        <div>
          <ButtonLink href="/sign-in" size="large" variant={demo ? "secondary" : "primary"}>
            {t("signIn")}
          </ButtonLink>
        </div>
      )}
      {demo ? <DemoButtons /> : null}
    </div>
  );
}

function Yours({ name, isPlatformAdmin, workspaces }: NonNullable<Props["signedIn"]>) {
  const t = useTranslations("landing");
  const words = useTranslations("shell");
  return (
    <Card title={t("yours", { name })}>
      {workspaces.length === 0 && !isPlatformAdmin ? (
        <p className="mb-4 max-w-measure">{t("noWorkspace", { name })}</p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {workspaces.map((workspace) => (
          <ButtonLink key={workspace.slug} href={`/w/${workspace.slug}`}>
            {t("open", { name: workspace.name })}
          </ButtonLink>
        ))}
        {isPlatformAdmin ? <ButtonLink href="/admin">{t("openAdmin")}</ButtonLink> : null}
        <ButtonLink href="/account" variant="secondary">
          {words("account")}
        </ButtonLink>
        <SignOutButton />
      </div>
    </Card>
  );
}

function DemoButtons() {
  const t = useTranslations("landing.demo");
  return (
    <Card title={t("title")}>
      <p className="mb-4 max-w-measure text-ink-2">{t("text")}</p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {PEOPLE.map((person) => (
          <li key={person}>
            <form action={`/demo/${person}`} method="post">
              <Button
                type="submit"
                wide
                variant={person === "coordinator" ? "primary" : "secondary"}
                aria-describedby={`demo-${person}`}
              >
                {t(`button.${person}`)}
              </Button>
            </form>
            <p id={`demo-${person}`} className="mt-1 text-sm text-ink-2">
              {t(`about.${person}`)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
