import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { useFormats } from "@/lib/i18n/use-formats";

export type SupportGrant = { mayChange: boolean; until: Date };

type Props = {
  grant: SupportGrant;
  slug: string;
  timeZone: string;
  /** Whoever reads the page is platform support. */
  mine: boolean;
  /** Whether the reader may see who let them in. */
  mayManage: boolean;
};

/** While platform support is let in, every page of the workspace says so, to everybody. */
export function SupportBanner({ grant, slug, timeZone, mine, mayManage }: Props) {
  const t = useTranslations("platform.support.banner");
  const until = useFormats().moment(grant.until, timeZone);
  if (mine) {
    return (
      <Notice action={<BannerLink href="/admin/support" label={t("out")} />}>
        {t("mine", { until })} {grant.mayChange ? null : t("mineLook")}
      </Notice>
    );
  }
  return (
    <Notice
      action={mayManage ? <BannerLink href={`/w/${slug}/settings/support`} label={t("see")} /> : undefined}
    >
      {grant.mayChange ? t("change", { until }) : t("look", { until })}
    </Notice>
  );
}

function BannerLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className="inline-flex min-h-11 items-center underline underline-offset-4">
      {label}
    </Link>
  );
}
