import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { InvitationRow } from "@/lib/domain/members";
import { resendInvitationAction, withdrawInvitationAction } from "@/lib/features/invitations/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; invitations: readonly InvitationRow[]; mayChange: boolean };

/** Who was invited and has not said yes: where each invitation stands, sending it again, taking it back. */
export function InvitationList({ slug, invitations, mayChange }: Props) {
  const t = useTranslations("members.invitations");
  if (invitations.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="grid">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="grid gap-2 border-t border-line py-4 first:border-t-0 first:pt-0"
          >
            <Invited invitation={invitation} />
            {mayChange ? <Deeds slug={slug} invitation={invitation} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Invited({ invitation }: { invitation: InvitationRow }) {
  const t = useTranslations("members");
  const formats = useFormats();
  const { state, sentOn, untilOn } = invitation;
  return (
    <div>
      <p className="font-semibold">
        <bdi dir="ltr" className="break-all">
          {invitation.email}
        </bdi>
        <span className="ps-2 font-normal text-ink-2">{t(`role.${invitation.role}`)}</span>
      </p>
      <p className="text-ink-2">
        {t(`invitations.state.${state}`, {
          sent: sentOn ? formats.date(sentOn) : "",
          until: untilOn ? formats.date(untilOn) : "",
        })}
      </p>
    </div>
  );
}

function Deeds({ slug, invitation }: { slug: string; invitation: InvitationRow }) {
  const t = useTranslations("members.invitations");
  const fields = (
    <>
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="_from" value="/members" />
      <input type="hidden" name="id" value={invitation.id} />
    </>
  );
  return (
    <div className="flex flex-wrap gap-3">
      {invitation.mayBeSentAgain ? (
        <form action={resendInvitationAction}>
          {fields}
          <Button type="submit" variant="secondary" aria-label={t("againNamed", { email: invitation.email })}>
            {t("again")}
          </Button>
        </form>
      ) : null}
      <form action={withdrawInvitationAction}>
        {fields}
        <Button type="submit" variant="danger" aria-label={t("withdrawNamed", { email: invitation.email })}>
          {t("withdraw")}
        </Button>
      </form>
    </div>
  );
}
