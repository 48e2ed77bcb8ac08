import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { useFormats } from "@/lib/i18n/use-formats";

/** Why nothing can be changed: the day everything is erased (null: none is set), and whom to write to. */
export type Pause = { eraseOn: string | null; contact: string | null };

type Props = { slug: string; pause: Pause; suspended: boolean; isOwner: boolean };

/** On every page of a workspace that is suspended or closing: what that means, until when, and whom to ask. */
export function PauseBanner({ slug, pause, suspended, isOwner }: Props) {
  const t = useTranslations("workspaces.pause");
  const formats = useFormats();
  const { eraseOn, contact } = pause;
  const help = isOwner && contact ? t("contact", { contact }) : t("ask");
  const takeOut = isOwner ? (
    <p className="mt-1">
      {t.rich("closing.takeOut", {
        link: (words) => (
          <Link
            href={`/w/${slug}/settings/export`}
            className="font-medium text-teal underline underline-offset-4"
          >
            {words}
          </Link>
        ),
      })}
    </p>
  ) : null;
  if (suspended)
    return (
      <Notice title={t("suspended.title")}>
        <p>{t("suspended.text")}</p>
        <p className="mt-1">{help}</p>
      </Notice>
    );
  if (!eraseOn)
    return (
      <Notice title={t("soon.title")}>
        <p>{t("soon.text")}</p>
        {takeOut}
        <p className="mt-1">{help}</p>
      </Notice>
    );
  return (
    <Notice title={t("closing.title", { date: formats.date(eraseOn) })}>
      <p>{t("closing.text")}</p>
      {takeOut}
      <p className="mt-1">{help}</p>
    </Notice>
  );
}
