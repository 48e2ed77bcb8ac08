import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { hideFeedAction } from "@/lib/features/calendar/actions";

/** A calendar address that was just made. It is kept nowhere, so this is the one time it can be read. */
export function NewFeed({ slug, address }: { slug: string; address: string }) {
  const t = useTranslations("calendar.shown");
  return (
    <section aria-labelledby="address" className="rounded-md border-2 border-teal bg-teal-soft p-4 md:p-6">
      <h2 id="address" className="text-lg">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-measure">{t("once")}</p>
      <p className="mt-4">
        {/* What calendars follow has a scheme of its own: the device asks which of its calendars takes it. */}
        <ButtonLink href={address.replace(/^https?:/, "webcal:")}>{t("open")}</ButtonLink>
      </p>
      <p className="mt-4 font-semibold">{t("address")}</p>
      <bdi
        dir="ltr"
        className="mt-1 block rounded-md border border-line-strong bg-card px-3 py-2 font-mono break-all select-all"
      >
        {address}
      </bdi>
      <p className="mt-2 max-w-measure">{t("secret")}</p>
      <form action={hideFeedAction} className="mt-4">
        <input type="hidden" name="_workspace" value={slug} />
        <Button type="submit" variant="secondary">
          {t("hide")}
        </Button>
      </form>
    </section>
  );
}
