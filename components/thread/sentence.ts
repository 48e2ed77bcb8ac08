import { useTranslations } from "next-intl";
import { daysBetween } from "@/lib/domain/plain-date";
import { marksOf, type ThreadFacts, wedgesOf } from "@/lib/domain/thread";
import { useFormats } from "@/lib/i18n/use-formats";

/** What a thread shows, in full sentences, in order of time: for screen readers and as the drawing's tooltip. */
export function useThreadSentence(facts: ThreadFacts): string {
  const t = useTranslations("thread.sentence");
  const formats = useFormats();
  const { today } = facts;
  const said: string[] = [];
  const say = (sentence: string) => said.push(sentence);
  const date = formats.date;

  if (facts.askedOn) say(t("asked", { date: date(facts.askedOn) }));
  if (facts.cancelledOn) return [...said, t("cancelled", { date: date(facts.cancelledOn) })].join(" ");

  if (facts.startsOn > today) say(t("coming", { date: date(facts.startsOn) }));
  else if (!facts.endsOn) say(t("heldOpen", { date: date(facts.startsOn) }));
  else if (facts.endsOn === facts.startsOn) say(t("heldDay", { date: date(facts.startsOn) }));
  else say(t("held", { from: date(facts.startsOn), to: date(facts.endsOn) }));

  const updates = facts.answers.filter((answer) => answer.kind === "update").length;
  if (updates > 0) say(t("updates", { count: updates }));

  const due = facts.answerDueOn;
  const first = facts.firstAnswerDueOn;
  if (due) {
    const tense = due < today ? "past" : "other";
    if (first && first !== due) say(t("dueMoved", { tense, date: date(due), first: date(first) }));
    else say(t("due", { tense, date: date(due) }));
  }
  const wedges = wedgesOf(facts);
  const silence = wedges.find((wedge) => wedge.kind === "silence");
  if (silence) {
    say(t(silence.ongoing ? "silenceOngoing" : "silence", { duration: formats.days(silence.days) }));
  }
  for (const { kind, on, count } of marksOf(facts)) {
    const when = date(on);
    if (kind === "answer") say(t("answer", { date: when }));
    if (kind === "answer_undated") say(t("answerUndated"));
    if (kind === "promise_first") say(t("promiseMoved", { date: when }));
    if (kind === "promise_open") say(t("promiseOpen", { count, date: when }));
    if (kind === "promise_late") {
      say(t("promiseLate", { count, date: when, duration: formats.days(daysBetween(on, today)) }));
    }
    if (kind === "promise_disputed") say(t("promiseDisputed", { date: when }));
    if (kind === "promise_dropped") say(t("promiseDropped", { count }));
    if (kind === "done") say(t("done", { count, date: when }));
    if (kind === "explained") say(t("explained", { date: when }));
  }
  const noAction = wedges.find((wedge) => wedge.kind === "no_action");
  if (noAction) say(t("noAction", { duration: formats.days(noAction.days) }));
  return said.join(" ");
}
