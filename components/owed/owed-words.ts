import { useTranslations } from "next-intl";
import type { OwedItem } from "@/lib/domain/owed";
import { daysBetween, type PlainDate } from "@/lib/domain/plain-date";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";

type Said = { bodySays: OwedItem["bodySays"]; communitySays: OwedItem["communitySays"]; ours: boolean };
type About = Pick<OwedItem, "body" | "joint" | "source" | "basis" | "madeByRole"> &
  Partial<Pick<OwedItem, "madeBy">>;

/** The short lines about something that is owed: whose, when and by whose date, and what each side says. */
export function useOwedWords() {
  const t = useTranslations("owed");
  const bodySays = useTranslations("taxonomy.bodySays");
  const communitySays = useTranslations("taxonomy.communitySays");
  const formats = useFormats();

  const when = (state: OwedItem["state"], dueOn: PlainDate, today: PlainDate): string | null => {
    const days = daysBetween(today, dueOn);
    if (state === "late") return t("when.late", { days: formats.days(-days) });
    if (state === "disputed") return t("when.disputed");
    if (state !== "open") return null;
    if (days === 0) return t("when.today");
    return days > 0
      ? t("when.inDays", { days: formats.days(days) })
      : t("when.past", { days: formats.days(-days) });
  };

  return {
    /** Whose a given date is, by who owns the follow-up. */
    givenBy: (owner: "body" | "joint" | "us") =>
      owner === "us" ? ("ours" as const) : owner === "joint" ? ("agreed" as const) : ("given" as const),
    due: (item: Pick<OwedItem, "dueOn" | "source" | "state">, today: PlainDate): string => {
      if (!item.dueOn) return "";
      const parts = [
        t("due", { date: formats.date(item.dueOn) }),
        item.source && t(`source.${item.source}`),
        when(item.state, item.dueOn, today),
      ];
      return parts.filter(Boolean).join(" · ");
    },
    about: ({ body, madeBy, joint, basis, madeByRole }: About): string[] =>
      [
        body && isolated(body),
        madeBy && t("madeByEarlier", { name: isolated(madeBy) }),
        joint && t("joint"),
        basis && t(`basis.${basis}`),
        madeByRole && t("madeBy", { role: isolated(madeByRole) }),
      ].filter((part): part is string => Boolean(part)),
    sides: (said: Said): string[] => {
      const body = said.bodySays && bodySays(said.bodySays);
      return [
        body && t(said.ours ? "weSay" : "bodySays", { answer: body }),
        said.bodySays === "done" &&
          said.communitySays &&
          t("communitySays", { answer: communitySays(said.communitySays) }),
      ].filter((part): part is string => Boolean(part));
    },
    /** When an answer came that our people have not been told of. */
    came: (on: PlainDate | null, today: PlainDate): string => {
      if (!on) return t("cameUnknown");
      const days = daysBetween(on, today);
      return days > 0 ? t("came", { date: formats.date(on), days: formats.days(days) }) : t("cameToday");
    },
  };
}
