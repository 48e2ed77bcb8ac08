import "server-only";
import type { Member } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { type ActivityContent, newActivity, OFFICIAL_ROWS } from "@/lib/domain/activity";
import { PARTICIPANT_GROUPS } from "@/lib/domain/taxonomy";
import { tidyName } from "@/lib/features/consultations/resolve-names";

/** An activity as its form knows it; null when this workspace has none of that id. */
export async function loadActivity(tx: Tx, member: Member, id: string) {
  const row = await tx.activity.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    include: {
      publicBody: { select: { name: true } },
      groups: true,
      officials: { orderBy: { position: "asc" }, include: { publicBody: { select: { name: true } } } },
      outcomes: true,
      topics: { include: { topic: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  const groups = row.groups.flatMap(({ group, people, brought }) => [
    [`people_${group}`, people],
    [`brought_${group}`, [...brought].sort()],
  ]);
  const officials = row.officials.flatMap(({ role, office, publicBody }, index) => [
    [`role_${index + 1}`, role],
    [`office_${index + 1}`, office],
    [`body_${index + 1}`, publicBody?.name ?? null],
  ]);
  // Through the schema of the form: what is not recorded gets the same emptiness as what is not typed.
  const { id: _, ...content } = newActivity.parse({
    id,
    title: row.title,
    kind: row.kind,
    ownKind: row.ownKind,
    startsOn: fromDb(row.startsOn),
    endsOn: fromDb(row.endsOn),
    place: row.place,
    whose: row.whose,
    publicBody: row.publicBody?.name ?? null,
    hours: row.hours?.toNumber() ?? null,
    topics: row.topics.map(({ topic }) => topic.name).sort(),
    outcomes: row.outcomes.map(({ outcome }) => outcome).sort(),
    outcomesSource: row.outcomesSource,
    notes: row.notes,
    ...Object.fromEntries([...groups, ...officials]),
  });
  const { version, createdBy, updatedBy, updatedAt } = row;
  return { id, version, createdBy, updatedBy, updatedAt, content };
}

/**
 * Content as it is kept: names tidied, lists in order, a kind of our own only where none of the list fits, and
 * officials without gaps between them.
 */
export function tidyContent(typed: ActivityContent): ActivityContent {
  const content: ActivityContent = {
    ...typed,
    ownKind: typed.kind === "own" && typed.ownKind ? tidyName(typed.ownKind) : null,
    publicBody: typed.publicBody && tidyName(typed.publicBody),
    topics: [...new Set(typed.topics.map(tidyName))].sort(),
    outcomes: [...new Set(typed.outcomes)].sort(),
  };
  for (const group of PARTICIPANT_GROUPS)
    content[`brought_${group}`] = [...new Set(typed[`brought_${group}`])].sort();
  const given = officialsOf(typed);
  for (const [index, row] of OFFICIAL_ROWS.entries()) {
    content[`role_${row}`] = given[index]?.role ?? null;
    content[`office_${row}`] = given[index]?.office ?? null;
    content[`body_${row}`] = given[index]?.body ?? null;
  }
  return content;
}

/** The officials that were filled in, in the order of the form. */
export function officialsOf(content: ActivityContent) {
  return OFFICIAL_ROWS.flatMap((row) => {
    const role = content[`role_${row}`];
    const body = content[`body_${row}`];
    return role ? [{ role, office: content[`office_${row}`], body: body && tidyName(body) }] : [];
  });
}

/** The groups of which anything was said. */
export function groupsOf(content: ActivityContent) {
  return PARTICIPANT_GROUPS.flatMap((group) => {
    const people = content[`people_${group}`];
    const brought = content[`brought_${group}`];
    return people !== null || brought.length > 0 ? [{ group, people, brought }] : [];
  });
}

/** The columns of the activity's own table. */
export function activityColumns(content: ActivityContent, publicBodyId: string | null) {
  const { title, kind, ownKind, place, whose, hours, outcomesSource, notes } = content;
  const dates = { startsOn: toDb(content.startsOn), endsOn: toDb(content.endsOn) };
  return { title, kind, ownKind, place, whose, hours, outcomesSource, notes, ...dates, publicBodyId };
}
