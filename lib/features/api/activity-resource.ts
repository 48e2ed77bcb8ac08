import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { newActivity } from "@/lib/domain/activity";
import { choice, optionalText, recordId, text, wholeNumber } from "@/lib/domain/fields";
import {
  ACTIVITY_KINDS,
  CONTRIBUTIONS,
  EVENT_OWNERS,
  OUTCOMES,
  PARTICIPANT_GROUPS,
} from "@/lib/domain/taxonomy";
import { date, maybeDate } from "./dates";

/** An activity as programs read it. Hours: how long it lasted. */
export const activityResource = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  ownKind: z.string().nullable(),
  startsOn: date,
  endsOn: maybeDate,
  place: z.string().nullable(),
  whose: z.enum(EVENT_OWNERS),
  publicBody: z.string().nullable(),
  hours: z.number().nullable(),
  topics: z.array(z.string()),
  outcomes: z.array(z.enum(OUTCOMES)),
  outcomesSource: z.string().nullable(),
  notes: z.string().nullable(),
  groups: z.array(
    z.strictObject({
      group: z.enum(PARTICIPANT_GROUPS),
      people: z.number().int().nullable(),
      brought: z.array(z.enum(CONTRIBUTIONS)),
    }),
  ),
  officials: z.array(
    z.strictObject({ role: z.string(), office: z.string().nullable(), publicBody: z.string().nullable() }),
  ),
});

const { shape } = newActivity;

/** An activity as programs send it. A group is named once; officials are five at most, by role and office. */
export const sentActivity = z.strictObject({
  id: recordId.optional(),
  title: shape.title,
  kind: shape.kind,
  ownKind: shape.ownKind,
  startsOn: shape.startsOn,
  endsOn: shape.endsOn,
  place: shape.place,
  whose: shape.whose,
  publicBody: shape.publicBody,
  hours: shape.hours,
  topics: z.array(text(200)).max(50, "too_many").default([]),
  outcomes: z.array(choice(OUTCOMES)).max(50, "too_many").default([]),
  outcomesSource: shape.outcomesSource,
  notes: shape.notes,
  groups: z
    .array(
      z.strictObject({
        group: choice(PARTICIPANT_GROUPS),
        people: wholeNumber(0, 1_000_000).nullable().default(null),
        brought: z.array(choice(CONTRIBUTIONS)).max(50, "too_many").default([]),
      }),
    )
    .refine((all) => new Set(all.map(({ group }) => group)).size === all.length, "given_twice")
    .default([]),
  officials: z
    .array(
      z.strictObject({
        role: text(200),
        office: optionalText(200).default(null),
        publicBody: optionalText(300).default(null),
      }),
    )
    .max(5, "too_many")
    .default([]),
});

/** The same as the fields of the form. */
export function activityForm({ groups, officials, ...same }: Omit<z.output<typeof sentActivity>, "id">) {
  const counted = groups.flatMap(({ group, people, brought }) => [
    [`people_${group}`, people],
    [`brought_${group}`, brought],
  ]);
  const came = officials.flatMap(({ role, office, publicBody }, index) => [
    [`role_${index + 1}`, role],
    [`office_${index + 1}`, office],
    [`body_${index + 1}`, publicBody],
  ]);
  return { ...same, ...Object.fromEntries([...counted, ...came]) };
}

/** Activities of these ids, in their order. */
export async function readActivities(
  tx: Tx,
  member: Member,
  ids: readonly string[],
): Promise<z.output<typeof activityResource>[]> {
  const rows = await tx.activity.findMany({
    where: { workspaceId: member.workspace.id, id: { in: [...ids] } },
    include: {
      publicBody: { select: { name: true } },
      groups: { orderBy: { group: "asc" } },
      officials: { orderBy: { position: "asc" }, include: { publicBody: { select: { name: true } } } },
      outcomes: true,
      topics: { include: { topic: { select: { name: true } } } },
    },
  });
  const found = new Map(
    rows.map((row) => {
      const { id, title, kind, ownKind, place, whose, outcomesSource, notes } = row;
      const resource = {
        ...{ id, title, kind, ownKind },
        startsOn: fromDb(row.startsOn),
        endsOn: fromDb(row.endsOn),
        ...{ place, whose, publicBody: row.publicBody?.name ?? null },
        hours: row.hours?.toNumber() ?? null,
        topics: row.topics.map(({ topic }) => topic.name).sort(),
        outcomes: row.outcomes.map(({ outcome }) => outcome).sort(),
        ...{ outcomesSource, notes },
        groups: row.groups.map(({ group, people, brought }) => ({ group, people, brought })),
        officials: row.officials.map(({ role, office, publicBody }) => ({
          role,
          office,
          publicBody: publicBody?.name ?? null,
        })),
      };
      return [id, resource];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
