import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ToFinish } from "@/lib/domain/quick-log";
import { allWeKnowAction } from "@/lib/features/quick-log/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  slug: string;
  items: readonly ToFinish[];
  /** The page this stands on, inside the workspace: where "that is all we know" comes back to. */
  from: "" | "/log/to-finish";
};

/** Each with what it lacks, the way to its form, and a way to say that there is no more to know. */
export function ToFinishItems({ slug, items, from }: Props) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <Item key={item.id} slug={slug} item={item} from={from} />
      ))}
    </ul>
  );
}

function Item({ slug, item, from }: Omit<Props, "items"> & { item: ToFinish }) {
  const t = useTranslations("quick-log.toFinish");
  const formats = useFormats();
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const missing = list.format(item.missing.map((one) => t(`missing.${one}`)));
  return (
    <li className="py-3">
      <Link
        href={`/w/${slug}/consultations/${item.id}/edit`}
        aria-label={t("addTo", { title: item.title })}
        className="line-clamp-3 font-semibold underline-offset-4 hover:underline"
      >
        {item.title}
      </Link>
      <p className="text-sm text-ink-2">
        <bdi>{item.body}</bdi> · {formats.date(item.startsOn)}
      </p>
      <p className="text-sm">{t("lacks", { list: missing })}</p>
      <form action={allWeKnowAction}>
        <input type="hidden" name="_workspace" value={slug} />
        <input type="hidden" name="_from" value={from} />
        <input type="hidden" name="id" value={item.id} />
        <button
          type="submit"
          aria-label={t("allWeKnowOf", { title: item.title })}
          className="-mb-2 inline-flex min-h-11 items-center text-sm text-teal underline underline-offset-4"
        >
          {t("allWeKnow")}
        </button>
      </form>
    </li>
  );
}
