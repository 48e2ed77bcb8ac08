import { addPeople } from "@/lib/domain/privacy/suppression";
import type { ReleaseContext } from "./release-context";
import { releaseRow } from "./release-row";
import type { StoredActivity } from "./share-record";
import { type ReleasedActivity, releasedActivity } from "./snapshot";

/** What leaves of an activity that has begun: who took part by group, in released counts; officials by role alone. */
export function releaseActivity(context: ReleaseContext, stored: StoredActivity): ReleasedActivity {
  const id = String(stored.row.id);
  const keep = context.withheld.of(
    { kind: "activity", id, title: String(stored.row.title) },
    context.shows("activities"),
  );
  const monthsOnly = context.isSensitive(stored.topics);
  if (monthsOnly) keep("months_only", "activity");
  const rules = context.rules(monthsOnly, keep);
  const row = releaseRow("activities", stored.row, rules);
  const endsLater = typeof stored.row.ends_on === "string" && stored.row.ends_on > context.today;
  if (endsLater) keep("future_date", "ends_on");
  const groups = stored.groups.map((group) => {
    const counted = context.rules(monthsOnly, keep, { id, part: String(group.group) });
    const { group: name, people, brought } = releaseRow("activity_groups", group, counted);
    return { group: name, people, brought: brought ?? [] };
  });
  const officials = stored.officials.flatMap((official) => {
    const bodyId = typeof official.public_body_id === "string" ? official.public_body_id : null;
    // A view for one body does not tell it whom else we met.
    if (!context.covers(bodyId ?? context.scope.bodyId)) return [];
    const { role, office } = releaseRow("activity_officials", official, rules);
    return [{ role, office, body: context.body(bodyId, keep) }];
  });
  return releasedActivity.parse({
    ref: context.refOf(id),
    title: row.title,
    kind: row.kind,
    ownKind: row.own_kind,
    monthsOnly,
    startsOn: row.starts_on,
    endsOn: endsLater ? null : row.ends_on,
    whose: row.whose,
    body: context.body(row.public_body_id, keep),
    topics: context.topics(stored.topics, keep),
    outcomes: stored.outcomes.map((outcome) => releaseRow("activity_outcomes", outcome, rules).outcome),
    groups,
    people: addPeople(groups.map(({ people }) => people)),
    officials,
  });
}
