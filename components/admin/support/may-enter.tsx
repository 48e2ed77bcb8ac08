import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; name: string; grant: { mayChange: boolean; until: Date } };

/** On the page about a workspace: its owner lets platform support in. */
export function MayEnter({ slug, name, grant }: Props) {
  const t = useTranslations("platform.support.admin");
  const formats = useFormats();
  return (
    <Notice
      title={t("mayEnter")}
      action={<ButtonLink href={`/w/${slug}`}>{t("enterFull", { name })}</ButtonLink>}
    >
      {t("mayEnterText", {
        until: formats.moment(grant.until, "UTC"),
        kind: grant.mayChange ? "change" : "look",
      })}
    </Notice>
  );
}
