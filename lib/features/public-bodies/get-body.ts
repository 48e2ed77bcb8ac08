import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { windowStart } from "@/lib/domain/fatigue";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findRows } from "@/lib/features/consultations/find-rows";
import { findAskedAgain } from "@/lib/features/measures/asked-again";
import { findBodyFigures } from "@/lib/features/measures/find-measures";

const MOST_ROWS = 20;

/**
 * One public body of the workspace: its figures over the window, how often it asked again, and what it asked, latest
 * first. Five statements. "not_found" for an id that is not this workspace's.
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
    const { consultations, _count, ...facts } = body;
    return done({
      today,
      since,
      body: { id, ...facts },
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
