import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type MarkKind, type Wedge, wedgePath } from "@/lib/domain/thread";
import { directionOf } from "@/lib/i18n/locales";
import { MarkShape } from "./shapes";

const WIDTH = 28;
const Y = 10;

function Entry({ children, word }: { children: ReactNode; word: string }) {
  return (
    <li className="inline-flex items-center gap-2">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height={20} className="shrink-0">
        {children}
      </svg>
      {word}
    </li>
  );
}

/** What the shapes of the threads mean. `released`: they end on the day of a release, not today. */
export function ThreadLegend({ released = false }: { released?: boolean }) {
  const t = useTranslations("thread");
  const rtl = directionOf(useLocale()) === "rtl";
  const wedge = (kind: Wedge["kind"], className: string) => (
    <Entry word={t(`legend.${kind}`)}>
      <path d={wedgePath({ x1: rtl ? WIDTH : 0, x2: rtl ? 0 : WIDTH, half: 7 }, Y)} className={className} />
    </Entry>
  );
  const mark = (kind: MarkKind, word: string) => (
    <Entry word={word}>
      <MarkShape mark={{ kind, x: WIDTH / 2 }} y={Y} />
    </Entry>
  );
  return (
    <ul aria-label={t("legendTitle")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
      <Entry word={t("legend.held")}>
        <path d={`M5 ${Y}H23`} className="stroke-teal" strokeWidth={7} strokeLinecap="round" />
      </Entry>
      {mark("due", t("legend.due"))}
      {wedge("silence", "fill-plum")}
      {wedge("late", "fill-orange")}
      {wedge("no_action", "fill-amber")}
      {mark("answer", t("legend.answer"))}
      {mark("promise_open", t("legend.promise"))}
      {mark("promise_first", t("legend.first"))}
      {mark("done", t("legend.done"))}
      {mark("today", t(released ? "mark.released" : "legend.today"))}
    </ul>
  );
}
