import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/text-input";
import type { BodyHit } from "@/lib/domain/public-body";

type Props = { slug: string; q: string; hits: readonly BodyHit[] };

/** Looking up a public body as a page: for those whose browser runs no scripts, and for finding one's page. */
export function BodySearch({ slug, q, hits }: Props) {
  const t = useTranslations("public-body.find");
  const kinds = useTranslations("taxonomy.bodyKind");
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <search>
        <form action={`/w/${slug}/bodies/search`} className="grid max-w-form gap-3">
          <TextInput
            name="q"
            type="search"
            label={t("label")}
            hint={t("hint")}
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
          />
          <div>
            <Button type="submit">{t("submit")}</Button>
          </div>
        </form>
      </search>
      {q ? (
        <section aria-labelledby="results" className="mt-6 max-w-form">
          <h2 id="results" className="text-lg">
            {t("results", { count: hits.length })}
          </h2>
          <p className="text-ink-2">{t(hits.length === 0 ? "none" : "use")}</p>
          <ul className="mt-2 divide-y divide-line">
            {hits.map(({ id, name, kind, nation }) => (
              <li key={`${id} ${name}`} className="py-3">
                {id ? (
                  <Link
                    href={`/w/${slug}/bodies/${id}`}
                    className="font-semibold text-teal underline underline-offset-4"
                  >
                    <bdi>{name}</bdi>
                  </Link>
                ) : (
                  <bdi className="font-semibold">{name}</bdi>
                )}
                <span className="block text-sm text-ink-2">
                  {[kinds(kind), nation, id ? t("ours") : null].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
