import { useTranslations } from "next-intl";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

export type Move = { fromOn: PlainDate | null; toOn: PlainDate | null; reason: string; movedOn: PlainDate };

/** Every move of a due date, the first one on top: no date goes lost. */
export function DateMoves({ moves }: { moves: readonly Move[] }) {
  const t = useTranslations("follow-up-form");
  const formats = useFormats();
  const say = (date: PlainDate | null) => (date ? formats.date(date) : t("noDate"));
  if (moves.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{t("moves")}</h3>
      <ol className="mt-1 grid gap-1">
        {moves.map((move) => (
          <li
            key={`${move.movedOn} ${move.fromOn} ${move.toOn} ${move.reason}`}
            className="border-line border-s-4 ps-3"
          >
            {t("move", {
              on: formats.date(move.movedOn),
              from: say(move.fromOn),
              to: say(move.toOn),
              reason: move.reason,
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}
