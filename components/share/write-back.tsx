import { useTranslations } from "next-intl";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { mailTo } from "@/lib/domain/shared-view/mail-to";
import { useFormats } from "@/lib/i18n/use-formats";

const LINK = "inline-flex min-h-11 items-center text-teal underline underline-offset-4";
const SAID = ["answered", "wrong"] as const;
const TEXT = { answered: "answeredText", wrong: "wrongText" } as const;

type Props = {
  snapshot: Pick<Snapshot, "replyTo" | "releasedOn">;
  title: string;
  /** The entry's number in the view; null for one without. */
  number: number | null;
};

/** Two e-mails an officer only has to finish: that it was answered, or what is wrong. Nothing where nobody can be written to. */
export function WriteBack({ snapshot: { replyTo, releasedOn }, title, number }: Props) {
  const t = useTranslations("shared.mail");
  const formats = useFormats();
  if (replyTo === null) return null;
  const date = formats.date(releasedOn);
  const subject = number === null ? t("subjectPlain") : t("subject", { number });
  const about = number === null ? t("aboutPlain", { title, date }) : t("about", { title, number, date });
  return (
    <p data-print="no" className="flex flex-wrap gap-x-6">
      {SAID.map((said) => (
        <a
          key={said}
          href={mailTo(replyTo, subject, `${about}\n\n${t(TEXT[said])}\n`)}
          aria-label={t(said === "answered" ? "answeredFull" : "wrongFull", { title })}
          className={LINK}
        >
          {t(said)}
        </a>
      ))}
    </p>
  );
}
