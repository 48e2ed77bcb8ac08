import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PlainDate } from "@/lib/domain/plain-date";
import { removePasskeyAction } from "@/lib/features/passkeys/actions";
import { useFormats } from "@/lib/i18n/use-formats";
import { AddPasskey } from "./add-passkey";

export type PasskeyView = { id: string; name: string; addedOn: PlainDate; usedOn: PlainDate | null };

/** A person's passkeys, each with the way to remove it, and the way to add one. */
export function Passkeys({ passkeys, origin }: { passkeys: readonly PasskeyView[]; origin: string }) {
  const t = useTranslations("account.passkeys");
  const formats = useFormats();
  return (
    <Card title={t("title")}>
      <p className="max-w-measure text-ink-2">{t("text")}</p>
      {passkeys.length === 0 ? <p className="mt-4">{t("none")}</p> : null}
      <ul className="mt-4 grid">
        {passkeys.map((passkey) => (
          <li
            key={passkey.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3"
          >
            <div>
              <p className="font-semibold">
                <bdi>{passkey.name}</bdi>
              </p>
              <p className="text-sm text-ink-2">
                {t("added", { date: formats.date(passkey.addedOn) })}
                {passkey.usedOn ? ` · ${t("used", { date: formats.date(passkey.usedOn) })}` : null}
              </p>
            </div>
            <form action={removePasskeyAction}>
              <input type="hidden" name="id" value={passkey.id} />
              <Button type="submit" variant="danger" aria-label={t("removeNamed", { name: passkey.name })}>
                {t("remove")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-4">
        <AddPasskey
          origin={origin}
          name={t("name")}
          nameHint={t("nameHint")}
          label={t("add")}
          working={t("working")}
          elsewhere={<p className="max-w-measure text-ink-2">{t("elsewhere")}</p>}
          problems={{
            required: t("problem.required"),
            too_long: t("problem.too_long"),
            too_many: t("problem.too_many"),
            too_many_requests: t("problem.too_many_requests"),
            unexpected: t("problem.unexpected"),
          }}
        />
      </div>
    </Card>
  );
}
