import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { LONGEST_NAME } from "@/lib/domain/members";
import { renameAction } from "@/lib/features/members/account-actions";

/** What members call this person. `name` is null where they gave none. */
export function OwnName({ name }: { name: string | null }) {
  const t = useTranslations("account.name");
  const common = useTranslations("common");
  return (
    <Card title={t("title")}>
      <form action={renameAction} className="grid gap-4">
        <TextInput
          name="name"
          label={t("label")}
          hint={t("hint")}
          optional={common("optional")}
          width="medium"
          maxLength={LONGEST_NAME}
          autoComplete="given-name"
          defaultValue={name ?? ""}
        />
        <div>
          <SubmitButton variant="secondary" pendingLabel={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}
