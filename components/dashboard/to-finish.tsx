import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ToFinish } from "@/lib/domain/quick-log";
import { ToFinishItems } from "./to-finish-items";

type Props = { slug: string; toFinish: { total: number; items: ToFinish[] } };

/** Consultations logged in a hurry that still lack something. Nothing when none does. */
export function ToFinishCard({ slug, toFinish }: Props) {
  const t = useTranslations("quick-log.toFinish");
  const { total, items } = toFinish;
  if (items.length === 0) return null;
  const link = {
    href: `/w/${slug}/log/to-finish`,
    label: t("all", { count: total }),
    fullLabel: t("allFull", { count: total }),
  };
  return (
    <Card title={t("title")} link={link}>
      <ToFinishItems slug={slug} items={items} from="" />
    </Card>
  );
}
