import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { OwedItem as Owed } from "@/lib/domain/owed";
import type { PlainDate } from "@/lib/domain/plain-date";
import { recordToldAction, withdrawToldAction } from "@/lib/features/owed/actions";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";
import { OwedBadge } from "./owed-badge";
import { useOwedWords } from "./owed-words";

type Props = { item: Owed; today: PlainDate; slug: string; mayWrite: boolean; level?: 2 | 3 };

/** One thing that is owed: what, by whom, by whose date, what each side says, and the way to its record. */
export function OwedItem({ item, today, slug, mayWrite, level = 2 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  const t = useTranslations("owed");
  const responseKind = useTranslations("taxonomy.responseKind");
  const formats = useFormats();
  const words = useOwedWords();
  const record = `/w/${slug}/${item.parent === "activity" ? "activities" : "consultations"}/${item.parentId}`;
  const title =
    item.kind === "answer"
      ? t("answerTo", { title: isolated(item.title) })
      : item.kind === "tell"
        ? t("tellAbout", { title: isolated(item.title) })
        : item.title;
  const about = words.about(item);
  if (item.responseKind) about.push(responseKind(item.responseKind));
  const sides = words.sides({ ...item, ours: item.source === "ours" });
  return (
    <li className="grid gap-1 rounded-md border border-line bg-card p-4 md:px-6">
      <div>
        <OwedBadge state={item.state} told={item.kind === "tell"} />
      </div>
      <Heading
        dir={item.kind === "follow_up" ? "auto" : undefined}
        className="page-side text-base leading-tight font-semibold wrap-anywhere"
      >
        <Link href={record} className="inline-block py-1 underline-offset-4 hover:underline">
          {title}
        </Link>
      </Heading>
      {item.kind === "follow_up" ? (
        <p className="text-sm text-ink-2 wrap-anywhere">
          {t(`from_${item.parent}`, { title: isolated(item.parentTitle) })}
        </p>
      ) : null}
      {item.words ? (
        <blockquote
          dir="auto"
          className="line-clamp-4 max-w-measure border-line border-s-4 ps-3 wrap-anywhere"
        >
          {item.words}
        </blockquote>
      ) : null}
      <p className="text-sm text-ink-2 wrap-anywhere">{about.join(" · ")}</p>
      <p className="text-sm">
        {item.kind === "tell"
          ? item.toldOn
            ? t("toldOn", { date: formats.date(item.toldOn) })
            : words.came(item.dueOn, today)
          : words.due(item, today)}
      </p>
      {sides.length > 0 ? <p className="text-sm text-ink-2">{sides.join(" · ")}</p> : null}
      {mayWrite ? <Act item={item} title={title} record={record} slug={slug} /> : null}
    </li>
  );
}

/** What can be done about it here. */
function Act({ item, title, record, slug }: { item: Owed; title: string; record: string; slug: string }) {
  const t = useTranslations("owed");
  if (item.kind === "tell") {
    const told = item.toldOn !== null;
    return (
      <form action={told ? withdrawToldAction : recordToldAction} className="mt-1">
        <input type="hidden" name="_workspace" value={slug} />
        <input type="hidden" name="id" value={item.id} />
        <Button
          type="submit"
          variant={told ? "quiet" : "secondary"}
          aria-label={told ? t("withdrawFull", { title: item.title }) : t("toldFull", { title: item.title })}
        >
          {told ? t("withdraw") : t("told")}
        </Button>
      </form>
    );
  }
  const answer = item.kind === "answer";
  return (
    <Link
      href={answer ? `${record}/answer` : `${record}/promise/${item.id}`}
      aria-label={answer ? t("recordAnswerFull", { title }) : t("updateFull", { title })}
      className="inline-flex min-h-11 items-center justify-self-start text-teal underline underline-offset-4"
    >
      {answer ? t("recordAnswer") : t("update")}
    </Link>
  );
}
