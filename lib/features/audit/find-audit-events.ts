import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { auditFilters, writeAuditCursor } from "@/lib/domain/audit-address";
import { kindsOf } from "@/lib/domain/audit-kinds";
import { addDays } from "@/lib/domain/plain-date";
import { done } from "@/lib/domain/result";
import { findSubjects } from "./find-subjects";
import { idsOf, type StoredEvent, toLine } from "./to-line";

const people = z.array(
  z.object({ id: z.uuid(), name: z.string().nullable(), place: z.enum(["member", "former", "platform"]) }),
);
const span = z.tuple([z.object({ from: z.date().nullable(), until: z.date().nullable() })]);

/**
 * A page of what happened in the workspace, newest first, with names and titles as they are now, and the people it can
 * be narrowed to.
 */
export const findAuditEvents = defineUseCase(
  { permission: "audit:read", audit: "none", schema: auditFilters },
  async ({ tx, member }, { person, group, fromOn, untilOn, after, before, limit }) => {
    const { id: workspaceId, timeZone } = member.workspace;
    const met = people.parse(await tx.$queryRaw`SELECT id, name, place FROM audit_people() ORDER BY name`);
    const [{ from, until }] = span.parse(
      await tx.$queryRaw`
        SELECT ${fromOn}::timestamp AT TIME ZONE ${timeZone} AS from,
          ${untilOn && addDays(untilOn, 1)}::timestamp AT TIME ZONE ${timeZone} AS until`,
    );
    const found = await tx.auditEvent.findMany({
      where: {
        workspaceId,
        AND: [
          person === "platform"
            ? {
                OR: [
                  { kind: { startsWith: "platform." } },
                  { actorId: { in: met.filter(({ place }) => place === "platform").map(({ id }) => id) } },
                ],
              }
            : person
              ? { actorId: person }
              : {},
          group ? { kind: { in: kindsOf(group) } } : {},
          from ? { at: { gte: from } } : {},
          until ? { at: { lt: until } } : {},
          after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {},
          before ? { OR: [{ at: { gt: before.at } }, { at: before.at, id: { gt: before.id } }] } : {},
        ],
      },
      orderBy: before ? [{ at: "asc" }, { id: "asc" }] : [{ at: "desc" }, { id: "desc" }],
      take: limit + 1,
    });
    const more = found.length > limit;
    const page = found.slice(0, limit);
    if (before) page.reverse();
    const subjects = await findSubjects(tx, workspaceId, [...new Set(page.flatMap(idsOf))]);
    const tokens = await findTokenNames(tx, workspaceId, page);
    const known = new Map(met.map((one) => [one.id, one]));
    const first = page[0];
    const last = page.at(-1);
    return done({
      lines: page.map((event) => toLine(event, known, subjects, tokens)),
      people: met,
      timeZone,
      next: last && (before || more) ? writeAuditCursor(last) : null,
      previous: first && (after || (before && more)) ? writeAuditCursor(first) : null,
    });
  },
);

/** The names of the tokens that events came through, by id. */
async function findTokenNames(
  tx: Tx,
  workspaceId: string,
  events: readonly StoredEvent[],
): Promise<Map<string, string>> {
  const ids = new Set(events.flatMap(({ tokenId }) => tokenId ?? []));
  if (ids.size === 0) return new Map();
  const tokens = await tx.apiToken.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(tokens.map(({ id, name }) => [id, name]));
}
