import "server-only";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { queueMail } from "@/lib/db/mail-queue";
import { addDays, todayIn } from "@/lib/domain/plain-date";
import { REMINDER_DAYS } from "@/lib/domain/workspace-life";
import { mailOwners } from "@/lib/features/members/mail-owners";

/** Milliseconds: the largest organisation, with years of changes, takes a small part of it. */
const LONGEST = 600_000;

const answer = z.tuple([
  z.object({
    gone: z.object({ counts: z.record(z.string(), z.number()), people: z.array(z.uuid()) }).nullable(),
  }),
]);

type Closing = { id: string; timeZone: string; eraseOn: Date | null; eraseRemindedOn: Date | null };

/** Tells the owners once that the day is near; says whether it did. */
async function remind(workspace: Closing, now: Date): Promise<boolean> {
  const today = todayIn(workspace.timeZone, now);
  return systemClient().$transaction(async (tx) => {
    const due = await tx.workspace.updateMany({
      where: {
        id: workspace.id,
        state: "closing",
        eraseRemindedOn: null,
        eraseOn: { gt: toDb(today), lte: toDb(addDays(today, REMINDER_DAYS)) },
      },
      data: { eraseRemindedOn: toDb(today) },
    });
    if (due.count === 0) return false;
    await mailOwners(tx, workspace.id, {
      kind: "workspace_closing_soon",
      params: { workspaceId: workspace.id },
    });
    return true;
  });
}

/** Erases it for good if its day has come: rows, members, audit, and the people who belonged nowhere else. */
async function erase({ id, timeZone }: Closing, now: Date): Promise<boolean> {
  return systemClient().$transaction(
    async (tx) => {
      const owners = await findOwners(tx, id);
      const [{ gone }] = answer.parse(
        await tx.$queryRaw`SELECT erase_workspace(${id}::uuid, ${now}) AS gone`,
      );
      if (gone === null) return false;
      const rows = Object.values(gone.counts).reduce((sum, count) => sum + count, 0);
      await tx.platformEvent.create({
        data: { kind: "workspace.erased", workspaceId: id, detail: { rows, people: gone.people.length } },
      });
      const params = { erasedOn: todayIn(timeZone, now) };
      for (const owner of owners) await queueMail(tx, { kind: "workspace_erased", params, ...owner });
      return true;
    },
    { timeout: LONGEST },
  );
}

async function findOwners(tx: Tx, workspaceId: string): Promise<{ to: string; locale: string }[]> {
  const owners = await tx.membership.findMany({
    where: { workspaceId, role: "owner" },
    select: { user: { select: { email: true, locale: true } }, workspace: { select: { locale: true } } },
  });
  return owners.map(({ user, workspace }) => ({ to: user.email, locale: user.locale ?? workspace.locale }));
}

/**
 * The job that looks after workspaces that close: reminds their owners a week before, and erases on the day. Each in
 * a transaction of its own, so that running again goes on where it stopped. Answers how many of each.
 */
export async function endWorkspaces(now: Date): Promise<{ reminded: number; erased: number }> {
  const closing = await systemClient().workspace.findMany({
    where: { state: "closing", eraseOn: { not: null } },
    select: { id: true, timeZone: true, eraseOn: true, eraseRemindedOn: true },
    orderBy: { eraseOn: "asc" },
  });
  let reminded = 0;
  let erased = 0;
  for (const workspace of closing) {
    const due = workspace.eraseOn && fromDb(workspace.eraseOn) <= todayIn(workspace.timeZone, now);
    if (due) erased += (await erase(workspace, now)) ? 1 : 0;
    else reminded += (await remind(workspace, now)) ? 1 : 0;
  }
  return { reminded, erased };
}
