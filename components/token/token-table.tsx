import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { TokenView } from "@/lib/domain/api-token";
import { stopTokenAction } from "@/lib/features/tokens/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { tokens: TokenView[]; workspace: { slug: string; timeZone: string } };

/** Every token there is or was: what it may do, until when, who made it, and when it was last used. */
export function TokenTable({ tokens, workspace }: Props) {
  const t = useTranslations("tokens");
  const formats = useFormats();
  const moment = (at: Date) => formats.moment(at, workspace.timeZone);
  return (
    <div>
      {tokens.length === 0 ? (
        <p className="max-w-measure">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("caption")}
          rows={tokens}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: t("name"), main: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { key: "role", header: t("role"), cell: ({ role }) => t(`roles.${role}`) },
            {
              key: "state",
              header: t("state"),
              cell: ({ state, expiresAt }) =>
                state === "works" ? (
                  t("until", { at: moment(expiresAt) })
                ) : (
                  <Badge tone="grey">{t(`states.${state}`)}</Badge>
                ),
            },
            {
              key: "used",
              header: t("lastUsed"),
              cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t("never")),
            },
            {
              key: "made",
              header: t("madeBy"),
              cell: ({ madeBy, createdAt }) =>
                t("made", { name: madeBy ?? t("formerMember"), at: moment(createdAt) }),
            },
            {
              key: "stop",
              header: t("action"),
              cell: ({ id, name, state }) =>
                state === "works" ? (
                  <form action={stopTokenAction}>
                    <input type="hidden" name="_workspace" value={workspace.slug} />
                    <input type="hidden" name="_from" value="/settings/tokens" />
                    <input type="hidden" name="id" value={id} />
                    <Button type="submit" variant="danger" aria-label={t("stopOne", { name })}>
                      {t("stop")}
                    </Button>
                  </form>
                ) : null,
            },
          ]}
        />
      )}
      <p className="mt-3 max-w-measure text-ink-2">
        {t.rich("docs", {
          link: (words) => (
            <Link href="/api/docs" className="text-teal underline underline-offset-4">
              {words}
            </Link>
          ),
        })}
      </p>
    </div>
  );
}
