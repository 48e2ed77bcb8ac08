import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { forgetAddressAction } from "@/lib/features/shares/actions";

type Props = { address: string; passphrase: string | null; slug: string; id: string };

const KEY =
  "mt-1 block rounded-md border border-line-strong bg-card px-3 py-2 font-mono break-all select-all";

/** A link's address and passphrase, shown this once: they are kept nowhere. */
export function NewAddress({ address, passphrase, slug, id }: Props) {
  const t = useTranslations("shares.address");
  return (
    <section aria-labelledby="address" className="rounded-md border-2 border-teal bg-teal-soft p-4 md:p-6">
      <h2 id="address" className="text-lg">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-measure">{t("once")}</p>
      <dl className="mt-4 grid gap-4">
        <div>
          <dt className="font-semibold">{t("link")}</dt>
          <dd>
            <bdi dir="ltr" className={KEY}>
              {address}
            </bdi>
          </dd>
        </div>
        {passphrase ? (
          <div>
            <dt className="font-semibold">{t("passphrase")}</dt>
            <dd>
              <bdi dir="ltr" className={KEY}>
                {passphrase}
              </bdi>
              <span className="mt-1 block max-w-measure">{t("passphraseHint")}</span>
            </dd>
          </div>
        ) : null}
      </dl>
      <form action={forgetAddressAction} className="mt-4">
        <input type="hidden" name="_workspace" value={slug} />
        <input type="hidden" name="id" value={id} />
        <Button type="submit">{t("copied")}</Button>
      </form>
    </section>
  );
}
