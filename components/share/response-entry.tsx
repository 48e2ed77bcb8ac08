import { useTranslations } from "next-intl";
import type { ReleasedResponse } from "@/lib/domain/release/snapshot";
import { SourceLink } from "./source-link";
import { useReleased } from "./use-released";

type Props = {
  response: ReleasedResponse;
  /** Names what it belongs to, where it does not stand below it. */
  withParent: boolean;
  /** Of the heading: one below what it stands in. */
  level?: 3 | 4;
};

/** An answer: of which kind, when it came, what it says and where it can be read. */
export function ResponseEntry({ response, withParent, level = 3 }: Props) {
  const t = useTranslations("shared.response");
  const promise = useTranslations("shared.promise");
  const kind = useTranslations("taxonomy.responseKind");
  const released = useReleased();
  const Heading = level === 3 ? "h3" : "h4";
  const about = [
    withParent ? released.within(response.body.name) : null,
    response.receivedOn === null ? t("undated") : t("on", { date: released.date(response.receivedOn) }),
  ];
  return (
    <li id={response.ref} data-print="whole" className="grid gap-1 py-4 first:pt-0 last:pb-0">
      <Heading className="text-base leading-tight font-semibold">{kind(response.kind)}</Heading>
      {withParent ? (
        <p className="text-sm text-ink-2 wrap-anywhere">
          {promise(`from_${response.parent.kind}`, { title: released.within(response.parent.title) })}
        </p>
      ) : null}
      <p className="text-sm text-ink-2">{about.filter(Boolean).join(" · ")}</p>
      {response.summary === null ? null : (
        <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
          {released.text(response.summary)}
        </p>
      )}
      <SourceLink address={response.sourceUrl} label={t("source")} />
    </li>
  );
}
