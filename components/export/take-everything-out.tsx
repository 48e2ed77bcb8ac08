import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { LEFT_OUT } from "@/lib/domain/export/left-out";

type Props = {
  slug: string;
  /** Somebody is taking everything out already. */
  wait: boolean;
};

const PARTS = ["inside", "who", "keep"] as const;

/** What one gets, who may have it, and the button. Works without scripts: the answer of the form is the file. */
export function TakeEverythingOut({ slug, wait }: Props) {
  const t = useTranslations("take-out");
  return (
    <div className="grid max-w-measure gap-6">
      {wait ? <Notice>{t("page.wait")}</Notice> : null}
      <form action={`/w/${slug}/settings/export/file`} method="post">
        <Button type="submit" icon="download">
          {t("page.submit")}
        </Button>
      </form>
      {PARTS.map((part) => (
        <section key={part} aria-labelledby={`export-${part}`}>
          <h2 id={`export-${part}`} className="text-lg">
            {t(`page.${part}Title`)}
          </h2>
          <p className="mt-1">{t(`page.${part}`)}</p>
        </section>
      ))}
      <section aria-labelledby="export-again">
        <h2 id="export-again" className="text-lg">
          {t("page.againTitle")}
        </h2>
        <p className="mt-1">
          {t.rich("page.again", {
            link: (words) => (
              <Link href={`/w/${slug}/import`} className="text-teal underline underline-offset-4">
                {words}
              </Link>
            ),
          })}
        </p>
      </section>
      <section aria-labelledby="export-not">
        <h2 id="export-not" className="text-lg">
          {t("page.notTitle")}
        </h2>
        <ul className="mt-1 grid list-disc gap-1 ps-5">
          {LEFT_OUT.map((what) => (
            <li key={what}>{t(`leftOut.${what}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
