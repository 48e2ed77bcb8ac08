import { useTranslations } from "next-intl";
import type { ReleasedText } from "@/lib/domain/release/snapshot";
import { useReleased } from "./use-released";

/** What somebody said, word for word, or that it is not shown. */
export function Quote({ words }: { words: ReleasedText }) {
  const t = useTranslations("shared.promise");
  const released = useReleased();
  return (
    <blockquote
      dir="auto"
      className="my-1 max-w-measure border-line border-s-4 ps-3 whitespace-pre-line wrap-anywhere"
    >
      {typeof words === "string" ? t("words", { words }) : released.text(words)}
    </blockquote>
  );
}
