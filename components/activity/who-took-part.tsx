import { useTranslations } from "next-intl";
import type { ActivityRecord } from "@/lib/domain/activity-record";
import { useFormats } from "@/lib/i18n/use-formats";

/** How many came of each group, and what each brought. */
export function WhoTookPart({ groups }: Pick<ActivityRecord, "groups">) {
  const t = useTranslations("activity");
  const name = useTranslations("taxonomy.group");
  const contribution = useTranslations("taxonomy.contribution");
  const formats = useFormats();
  if (groups.length === 0) return <p className="text-ink-2">{t("noGroups")}</p>;
  const total = groups.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return (
    <>
      <p className="mb-1 font-semibold tabular-nums">{t("peopleTotal", { count: total })}</p>
      <dl className="divide-y divide-line">
        {groups.map(({ group, people, brought }) => (
          <div key={group} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
            <dt>{name(group)}</dt>
            <dd className="text-end tabular-nums">
              {people === null ? t("notCounted") : formats.number(people)}
            </dd>
            {brought.length > 0 ? (
              <dd className="col-span-2 text-sm text-ink-2">
                {t("brought", { things: formats.list(brought.map((key) => contribution(key))) })}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </>
  );
}

/** Officials who were there: role, office and public body. */
export function Officials({ officials }: Pick<ActivityRecord, "officials">) {
  const t = useTranslations("activity");
  if (officials.length === 0) return <p className="text-ink-2">{t("noOfficials")}</p>;
  return (
    <>
      <p className="mb-1 text-sm text-ink-2">{t("officialsNote")}</p>
      <ul className="divide-y divide-line">
        {officials.map(({ role, office, body }) => (
          <li key={`${role} ${office} ${body}`} dir="auto" className="py-2 wrap-anywhere">
            {role}
            <span className="block text-sm text-ink-2">{[office, body].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
