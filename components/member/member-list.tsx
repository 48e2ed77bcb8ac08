import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { MemberRow } from "@/lib/domain/members";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; members: readonly MemberRow[]; mayChange: boolean };

/** Who belongs to the organisation, each with the way to change their role. */
export function MemberList({ slug, members, mayChange }: Props) {
  const t = useTranslations("members");
  const formats = useFormats();
  return (
    <DataTable
      caption={t("title")}
      rows={members}
      rowKey={(member) => member.id}
      columns={[
        {
          key: "name",
          header: t("name"),
          main: true,
          cell: (member) => (
            <>
              <bdi>{member.name ?? t("noName")}</bdi>
              {member.isYou ? <span className="font-normal text-ink-2"> {t("you")}</span> : null}
            </>
          ),
        },
        {
          key: "email",
          header: t("email"),
          cell: (member) => (
            <bdi dir="ltr" className="break-all">
              {member.email}
            </bdi>
          ),
        },
        { key: "role", header: t("roleLabel"), cell: (member) => t(`role.${member.role}`) },
        { key: "since", header: t("since"), cell: (member) => formats.date(member.since) },
        ...(mayChange
          ? [
              {
                key: "change",
                act: true,
                header: t("changeHeader"),
                cell: (member: MemberRow) => (
                  <Link
                    href={`/w/${slug}/members/${member.id}`}
                    aria-label={t("changeNamed", { name: member.name ?? member.email })}
                    className="-my-2 inline-flex min-h-11 items-center font-medium text-teal underline underline-offset-4"
                  >
                    {t("change")}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
