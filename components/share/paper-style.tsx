import { useTranslations } from "next-intl";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { cssString } from "@/lib/domain/shared-view/css-string";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { snapshot: Pick<Snapshot, "organisation" | "releasedOn">; nonce: string | undefined };

/** Names whose paper this is and as of when at the head of every printed page. */
export function PaperStyle({ snapshot: { organisation, releasedOn }, nonce }: Props) {
  const t = useTranslations("shared.view");
  const formats = useFormats();
  const head = t("paperHead", { organisation, date: formats.date(releasedOn) });
  return (
    <style nonce={nonce}>{`@page { @top-center { content: ${cssString(head)}; font-size: 9pt; } }`}</style>
  );
}
