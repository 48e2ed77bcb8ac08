import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { type CallDoc, CallSection, type FieldDoc } from "./call-section";

export type { CallDoc, FieldDoc };

type Props = { calls: CallDoc[]; problems: { code: string; status: number; title: string }[] };

/** How programs talk to this server. The reference itself is English: it names fields and codes. */
export function ApiReference({ calls, problems }: Props) {
  const t = useTranslations("api");
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <div className="grid max-w-measure gap-3">
        <p>{t("tokens")}</p>
        <p>{t("once")}</p>
        <p>
          <Link href="/api/v1/openapi.json" className="text-teal underline underline-offset-4">
            {t("machine")}
          </Link>
        </p>
      </div>
      <nav aria-labelledby="api-calls" className="mt-8">
        <h2 id="api-calls" className="text-lg">
          {t("calls")}
        </h2>
        <ul className="mt-2 grid" lang="en" dir="ltr">
          {calls.map(({ id, method, path }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-11 flex-wrap items-center gap-x-2 break-all text-teal underline underline-offset-4"
              >
                <code>
                  {method} {path}
                </code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-8 grid gap-10" lang="en" dir="ltr">
        {calls.map((call) => (
          <CallSection key={call.id} call={call} />
        ))}
      </div>
      <section aria-labelledby="api-problems" className="mt-12">
        <h2 id="api-problems" className="text-lg">
          {t("problems")}
        </h2>
        <p className="mt-1 max-w-measure">{t("problemsText")}</p>
        <dl className="mt-3 grid gap-3" lang="en" dir="ltr">
          {problems.map(({ code, status, title }) => (
            <div key={code} id={code} className="scroll-mt-4 border-line border-t pt-2">
              <dt>
                <code className="font-semibold">
                  {status} {code}
                </code>
              </dt>
              <dd className="text-ink-2">{title}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
