import { useTranslations } from "next-intl";
import type { ReleasedPromise, Snapshot } from "@/lib/domain/release/snapshot";
import { Quote } from "./quote";
import { ShareBadge } from "./share-badge";
import { SourceLink } from "./source-link";
import { useReleased } from "./use-released";
import { WriteBack } from "./write-back";

type Props = {
  promise: ReleasedPromise;
  snapshot: Snapshot;
  /** Names what it belongs to, where it does not stand below it. */
  withParent: boolean;
  /** Of the heading: one below what it stands in. */
  level?: 3 | 4;
};

/** A promise: the exact words, how it was said and by which role, when it is due by whose date, and what both sides say. */
export function PromiseEntry({ promise, snapshot, withParent, level = 3 }: Props) {
  const t = useTranslations("shared.promise");
  const whose = useTranslations("shared.whose");
  const basis = useTranslations("shared.promise.basis");
  const bodySays = useTranslations("taxonomy.bodySays");
  const communitySays = useTranslations("taxonomy.communitySays");
  const released = useReleased();
  const Heading = level === 3 ? "h3" : "h4";
  const { madeOn, due, moves } = promise;
  const made = [
    withParent && promise.body ? released.within(promise.body.name) : null,
    t(promise.monthsOnly ? "madeIn" : "madeOn", { date: released.date(madeOn) }),
    promise.basis && basis(promise.basis),
    promise.madeByRole && t("madeBy", { role: released.within(promise.madeByRole) }),
    promise.owner === "joint" && t("joint"),
  ];
  const sides = [
    t("bodySays", { answer: bodySays(promise.bodySays) }),
    promise.doneOn && t("doneOn", { date: released.date(promise.doneOn) }),
    promise.bodySays === "done" && t("communitySays", { answer: communitySays(promise.communitySays) }),
  ];
  return (
    <li id={promise.ref} data-print="whole" className="grid gap-1 py-4 first:pt-0 last:pb-0">
      <div>
        <ShareBadge state={promise.state} />
      </div>
      <Heading dir="auto" className="page-side text-base leading-tight font-semibold wrap-anywhere">
        {released.text(promise.title)}
      </Heading>
      {withParent ? (
        <p className="text-sm text-ink-2 wrap-anywhere">
          {t(`from_${promise.parent.kind}`, { title: released.within(promise.parent.title) })}
        </p>
      ) : null}
      {promise.promisedWords === null ? null : <Quote words={promise.promisedWords} />}
      <p className="text-sm text-ink-2 wrap-anywhere">{made.filter(Boolean).join(" · ")}</p>
      <p>{t("due", { date: released.date(due.on), whose: whose(due.whose) })}</p>
      {moves.map((move) => (
        <div key={`${move.movedOn} ${move.fromOn} ${move.toOn}`} className="text-sm text-ink-2">
          <p>{moveWords(move)}</p>
          <Quote words={move.reason} />
        </div>
      ))}
      <p className="text-sm">{sides.filter(Boolean).join(" · ")}</p>
      {promise.state === "open" && promise.waitingOn === "us" ? (
        <p className="text-sm text-ink-2">{t("waitsOnUs")}</p>
      ) : null}
      <SourceLink address={promise.evidenceUrl} label={t("evidence")} />
      {withParent ? (
        <WriteBack snapshot={snapshot} title={released.text(promise.title)} number={null} />
      ) : null}
    </li>
  );

  function moveWords({ fromOn, toOn }: ReleasedPromise["moves"][number]): string {
    const from = fromOn === null ? "" : released.date(fromOn);
    if (toOn === null) return t("movedOff", { from });
    const to = released.date(toOn);
    return fromOn === null ? t("movedTo", { to }) : t("moved", { from, to });
  }
}
