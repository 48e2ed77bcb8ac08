import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkboxes";
import { acceptIdentifiersAction } from "@/lib/features/imports/actions";
import { ImportForm } from "./import-form";

type Props = { slug: string; id: string; held: number; accepted: boolean };

/** Rows that may show who a person is, and the deliberate step that takes them all the same. */
export function HeldRows({ slug, id, held, accepted }: Props) {
  const t = useTranslations("import.held");
  if (held === 0 && !accepted) return null;
  return (
    <Card title={t("title")}>
      <p className="max-w-measure">{accepted ? t("accepted") : t("text", { count: held })}</p>
      <ImportForm slug={slug} id={id} action={acceptIdentifiersAction}>
        {accepted ? (
          <input type="hidden" name="accept" value="no" />
        ) : (
          <div className="my-2">
            <Checkbox name="accept" value="yes" label={t("box", { count: held })} />
          </div>
        )}
        <Button type="submit" variant="secondary">
          {accepted ? t("undo") : t("take", { count: held })}
        </Button>
      </ImportForm>
    </Card>
  );
}
