import "server-only";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import { mailOldRecords } from "./mail-old-records";

const outcome = z.object({
  listed: z.number(),
  consultations: z.number(),
  activities: z.number(),
  removed: z.number(),
  uploads: z.number(),
  invitations: z.number(),
});
export type Erased = z.output<typeof outcome>;
const answer = z.tuple([z.object({ outcome: outcome.nullable() })]);

const PAGE = 200;

/** The nightly look at one workspace, in one transaction; its owners are told of records newly on the list. */
async function lookAt(workspace: { id: string; slug: string }, now: Date): Promise<Erased | null> {
  return systemClient().$transaction(
    async (tx) => {
      const [row] = answer.parse(
        await tx.$queryRaw`SELECT erase_what_is_old(${workspace.id}::uuid, ${now}) AS outcome`,
      );
      await tx.$executeRaw`SELECT erase_refused_rows(${workspace.id}::uuid, ${now})`;
      if (row.outcome && row.outcome.listed > 0) await mailOldRecords(tx, workspace);
      return row.outcome;
    },
    { timeout: 120_000, maxWait: 30_000 },
  );
}

/**
 * Looks at every workspace, once a night: erases for good what has come to its end, and lists records that are older
 * than their organisation keeps them. Run twice, also at once, it does nothing twice. Answers the sums.
 */
export async function eraseWhatIsOld(now: Date): Promise<Erased> {
  const sums: Erased = { listed: 0, consultations: 0, activities: 0, removed: 0, uploads: 0, invitations: 0 };
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await systemClient().workspace.findMany({
      where: { id: { gt: after }, state: { in: ["active", "suspended", "closing"] } },
      select: { id: true, slug: true },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const workspace of page) {
      const done = await lookAt(workspace, now);
      if (done) for (const key of Object.keys(sums) as (keyof Erased)[]) sums[key] += done[key];
    }
    const last = page.at(-1);
    if (!last) return sums;
    after = last.id;
  }
}
