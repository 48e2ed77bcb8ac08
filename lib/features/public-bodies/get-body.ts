import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import { windowStart } from "@/lib/domain/fatigue";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findRows } from "@/lib/features/consultations/find-rows";
import { findAskedAgain } from "@/lib/features/measures/asked-again";
import { findBodyFigures } from "@/lib/features/measures/find-measures";
import { findInherited } from "@/lib/features/owed/find-inherited";

const MOST_ROWS = 20;
const MOST_INHERITED = 5;

/**
 * One public body of the workspace: its figures over the window, how often it asked again, and what it asked, latest
 * first. Where it took over from another: what that one still owes, while the figures stay each body's own. Six
 * statements. "not_found" for an id that is not this workspace's.
 */
export const getBody = defineUseCase(
  { permission: "record:read", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, today }, { id }) => {
    const since = windowStart(today);
    const workspaceId = member.workspace.id;
    const body = await tx.publicBody.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: {
        name: true,
        kind: true,
        directory: { select: { name: true, nation: true } },
        succeededOn: true,
        successor: { select: { id: true, name: true } },
        tookOver: {
          select: { id: true, name: true, succeededOn: true },
          orderBy: [{ succeededOn: "desc" }, { name: "asc" }],
        },
        consultations: {
          select: { id: true },
          orderBy: [{ startsOn: "desc" }, { id: "desc" }],
          take: MOST_ROWS,
        },
        _count: { select: { consultations: true } },
      },
    });
    const { rows } = await findBodyFigures(tx, today, since, { order: "name", most: 1, skip: 0, id });
    const [figures] = rows;
    if (!body || !figures) return failed("not_found");
    const { consultations, _count, successor, succeededOn, tookOver, ...facts } = body;
    const inherited = tookOver.length > 0 ? await findInherited(tx, today, id, MOST_INHERITED) : null;
    return done({
      today,
      since,
      body: { id, ...facts },
      succession: {
        successor: successor && { ...successor, on: fromDb(succeededOn) },
        tookOver: tookOver.map(({ succeededOn: on, ...earlier }) => ({ ...earlier, on: fromDb(on) })),
        inherited: inherited ?? { total: 0, items: [] },
      },
      figures,
      again: await findAskedAgain(tx, today, since, id),
      total: _count.consultations,
      rows: await findRows(
        tx,
        consultations.map((one) => one.id),
        today,
      ),
    });
  },
);
