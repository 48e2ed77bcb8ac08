import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";

/** The head of a question about one consultation. */
export function AboutConsultation({
  title,
  sub,
  consultation,
}: {
  title: string;
  sub?: string;
  consultation: string;
}) {
  const t = useTranslations("consultation-form");
  return <PageHeader eyebrow={t("about", { title: consultation })} title={title} sub={sub} />;
}
