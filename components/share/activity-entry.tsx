import { useTranslations } from "next-intl";
import { useTopicName } from "@/components/consultation/topic-name";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ReleasedActivity } from "@/lib/domain/release/snapshot";
import { useFormats } from "@/lib/i18n/use-formats";
import { useReleased } from "./use-released";

/** An activity that was not a consultation: what, when, whose event, who took part in rounded numbers, what came of it. */
export function ActivityEntry({ activity }: { activity: ReleasedActivity }) {
  const t = useTranslations("shared.activity");
  const kind = useTranslations("taxonomy.activityKind");
  const group = useTranslations("taxonomy.group");
  const contribution = useTranslations("taxonomy.contribution");
  const outcome = useTranslations("taxonomy.outcome");
  const whose = useTranslations("taxonomy.eventOwner");
  const formats = useFormats();
  const released = useReleased();
  const topicName = useTopicName();
  const { startsOn, endsOn } = activity;
  const from = released.date(startsOn);
  const when =
    endsOn === null
      ? t("ongoing", { date: from })
      : endsOn === startsOn
        ? from
        : t("range", { from, to: released.date(endsOn) });
  const about = [
    when,
    activity.ownKind === null ? kind(activity.kind) : released.within(activity.ownKind),
    ...activity.topics.map((topic) => topicName({ key: topic.key, name: released.text(topic.name) })),
  ];
  const groups = activity.groups.map((one) => {
    const values = { group: group(one.group), people: released.people(one.people) };
    return one.brought.length === 0
      ? t("group", values)
      : t("brought", { ...values, things: formats.list(one.brought.map((thing) => contribution(thing))) });
  });
  const officials = activity.officials.map(({ role, office }) =>
    office === null
      ? released.text(role)
      : t("official", { role: released.within(role), office: released.within(office) }),
  );
  const items = [
    { term: t("whose"), value: whose(activity.whose) },
    { term: t("body"), value: activity.body && released.text(activity.body.name) },
    { term: t("officials"), value: lines(officials) },
    { term: t("groups"), value: lines(groups) },
    { term: t("people"), value: groups.length > 1 ? released.total(activity.people) : null },
    { term: t("outcomes"), value: lines(activity.outcomes.map((one) => outcome(one))) },
  ];
  return (
    <li id={activity.ref} data-print="whole" className="py-4 first:pt-0 last:pb-0">
      <h3 dir="auto" className="page-side text-base leading-tight wrap-anywhere">
        {released.text(activity.title)}
      </h3>
      <p className="mb-1 text-sm text-ink-2 wrap-anywhere">{about.join(" · ")}</p>
      <DefinitionList items={items.flatMap(({ term, value }) => (value ? [{ term, value }] : []))} />
    </li>
  );
}

/** Several things, one below the other; null for none. */
function lines(things: readonly string[]) {
  if (things.length === 0) return null;
  return (
    <ul>
      {things.map((thing) => (
        <li key={thing}>{thing}</li>
      ))}
    </ul>
  );
}
