import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { LifeEventKind } from "@/lib/domain/workspace-life";
import { useFormats } from "@/lib/i18n/use-formats";

type Line = { id: string; at: Date; kind: LifeEventKind; by: string | null };

const WORDS = {
  "workspace.opened": "opened",
  "workspace.invited": "invited",
  "workspace.suspended": "suspended",
  "workspace.resumed": "resumed",
  "workspace.closing": "closing",
  "workspace.kept": "kept",
  "workspace.erasing": "erasing",
  "workspace.erased": "erased",
} as const satisfies Record<LifeEventKind, string>;

/** What happened to a workspace, the latest first, and which admin did it. */
export function LifeCard({ life, timeZone }: { life: readonly Line[]; timeZone: string }) {
  const t = useTranslations("workspaces.life");
  const formats = useFormats();
  return (
    <Card title={t("title")}>
      {life.length === 0 ? <p>{t("none")}</p> : null}
      <ol className="divide-y divide-line">
        {life.map(({ id, at, kind, by }) => {
          const date = formats.moment(at, timeZone);
          return (
            <li key={id} className="py-2">
              <span className="block">{t(`event.${WORDS[kind]}`)}</span>
              <span className="block text-sm text-ink-2">{by ? t("by", { date, name: by }) : date}</span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
