import "server-only";
import { z } from "zod";
import { AUDIT_KINDS, isAuditKind } from "@/lib/domain/audit-kinds";
import type { AuditActor, AuditLine, AuditThing } from "@/lib/domain/audit-line";
import type { Subject } from "./find-subjects";

/** An event as the database keeps it. */
export type StoredEvent = {
  id: string;
  at: Date;
  actorId: string | null;
  tokenId: string | null;
  kind: string;
  subjectId: string | null;
  detail: unknown;
};
type Person = { name: string | null; place: "member" | "former" | "platform" };

const detailShape = z.record(z.string(), z.unknown()).catch({});
const fieldShape = z.array(
  z.union([z.string(), z.object({ field: z.string() }).transform(({ field }) => field)]),
);
const uuid = z.uuid();

/** The ids an event names: its subject, and the record that one is part of. */
export function idsOf(event: StoredEvent): string[] {
  const { consultationId, activityId } = detailShape.parse(event.detail);
  return [event.subjectId, consultationId, activityId].flatMap((id) => {
    const read = uuid.safeParse(id);
    return read.success ? [read.data] : [];
  });
}

function actorOf(event: StoredEvent, people: ReadonlyMap<string, Person>): AuditActor {
  if (event.kind.startsWith("platform.")) return { place: "platform", name: null };
  if (!event.actorId) return { place: "service", name: null };
  const person = people.get(event.actorId);
  if (!person || (person.name === null && person.place === "former")) return { place: "erased", name: null };
  return { place: person.place, name: person.name };
}

function thingOf(
  event: StoredEvent,
  people: ReadonlyMap<string, Person>,
  subjects: ReadonlyMap<string, Subject>,
): AuditThing {
  const type = isAuditKind(event.kind) ? AUDIT_KINDS[event.kind].subject : "none";
  if (type === "none") return { type, title: null, path: null };
  if (type === "person") return { type, title: people.get(event.subjectId ?? "")?.name ?? null, path: null };
  // The part may be gone while the record it was part of is still there.
  const found = idsOf(event).flatMap((id) => subjects.get(id) ?? [])[0];
  return { type, title: found?.title ?? null, path: found?.path ?? null };
}

/** An event with the names and titles there are now. */
export function toLine(
  event: StoredEvent,
  people: ReadonlyMap<string, Person>,
  subjects: ReadonlyMap<string, Subject>,
  tokens: ReadonlyMap<string, string>,
): AuditLine {
  const detail = detailShape.parse(event.detail);
  const fields = fieldShape.safeParse(detail.fields);
  const scalars = Object.entries(detail).flatMap(([key, value]): [string, string | number][] => {
    if (typeof value === "string" || typeof value === "number") return [[key, value]];
    return typeof value === "boolean" ? [[key, value ? "yes" : "no"]] : [];
  });
  return {
    id: event.id,
    at: event.at,
    kind: isAuditKind(event.kind) ? event.kind : null,
    actor: actorOf(event, people),
    through: tokens.get(event.tokenId ?? "") ?? null,
    thing: thingOf(event, people, subjects),
    values: Object.fromEntries(scalars),
    fields: fields.success ? fields.data : [],
  };
}
