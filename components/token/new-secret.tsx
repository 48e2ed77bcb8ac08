import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { hideSecretAction } from "@/lib/features/tokens/actions";

/** A token that was just made. It is kept nowhere, so this is the one time it can be read. */
export function NewSecret({ slug, name, token }: { slug: string; name: string; token: string }) {
  const t = useTranslations("tokens");
  return (
    <Card title={t("shown.title", { name })}>
      <p className="max-w-measure">{t("shown.text")}</p>
      <p className="mt-3">
        <code dir="ltr" className="block select-all break-all rounded-md bg-paper px-3 py-2">
          {token}
        </code>
      </p>
      <form action={hideSecretAction} className="mt-4">
        <input type="hidden" name="_workspace" value={slug} />
        <Button type="submit">{t("shown.hide")}</Button>
      </form>
    </Card>
  );
}
