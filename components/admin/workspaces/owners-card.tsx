import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { InvitationState } from "@/lib/domain/members";
import { inviteOwnerAgainAction } from "@/lib/features/admin/actions";

type Props = {
  slug: string;
  owners: readonly { id: string; name: string | null; email: string }[];
  invitation: { email: string; state: InvitationState } | null;
};

/** Whom an admin can write to about a workspace, and why their address is shown at all. */
export function OwnersCard({ slug, owners, invitation }: Props) {
  const t = useTranslations("workspaces.owners");
  return (
    <Card title={t("title")}>
      {owners.length > 0 ? (
        <ul className="grid gap-3">
          {owners.map(({ id, name, email }) => (
            <li key={id}>
              {name ? (
                <span className="block">
                  <bdi>{name}</bdi>
                </span>
              ) : null}
              <bdi dir="ltr" className="wrap-anywhere">
                <a
                  href={`mailto:${email}`}
                  className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
                >
                  {email}
                </a>
              </bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("none")}</p>
      )}
      {invitation ? (
        <div className="mt-3">
          <p>{t("invited", { email: invitation.email })}</p>
          <p className="text-ink-2">{t(`mail.${invitation.state}`)}</p>
          {invitation.state === "waiting" ? null : (
            <form action={inviteOwnerAgainAction} className="mt-2">
              <input type="hidden" name="slug" value={slug} />
              <Button type="submit" variant="secondary">
                {t("again")}
              </Button>
            </form>
          )}
        </div>
      ) : null}
      <p className="mt-3 text-sm text-ink-2">{t("why")}</p>
    </Card>
  );
}
