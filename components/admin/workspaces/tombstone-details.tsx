import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Tombstone } from "./tombstone-table";

/** What is left of one erased workspace. */
export function TombstoneDetails({ erased }: { erased: Tombstone }) {
  const t = useTranslations("workspaces.tombstone");
  const formats = useFormats();
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t("openedOn"), value: formats.date(erased.openedOn) },
          { term: t("closedOn"), value: erased.closedOn ? formats.date(erased.closedOn) : t("notClosed") },
          { term: t("erasedOn"), value: formats.date(erased.erasedOn) },
          { term: t("why"), value: t(`reason.${erased.reason}`) },
          { term: t("members"), value: formats.number(erased.members) },
          { term: t("consultations"), value: formats.number(erased.consultations) },
          { term: t("activities"), value: formats.number(erased.activities) },
        ]}
      />
      <p className="mt-3 text-sm text-ink-2">{t("slug")}</p>
    </Card>
  );
}
