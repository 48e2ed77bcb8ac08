import "server-only";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import { systemClient } from "@/lib/db/clients";
import type { Tx } from "@/lib/db/doors";
import { done, failed, refused } from "@/lib/domain/result";
import { periodField } from "@/lib/domain/settings";
import { BODY_KINDS } from "@/lib/domain/taxonomy";
import { mailOldRecords } from "@/lib/features/retention/mail-old-records";
import { countriesKnown, ensureRegionHolidays, regionsOf } from "@/lib/services/holidays";
import { changedSettings, loadSettings, type Settings, settingsSchema } from "./settings-content";

const counted = z.tuple([z.object({ count: z.bigint().nullable().transform(Number) })]);

/** Where answer periods of kinds of bodies differ from what they were, they are written or taken away. */
async function savePeriods(tx: Tx, { workspace }: Member, after: Settings, changed: readonly string[]) {
  for (const bodyKind of BODY_KINDS) {
    const field = periodField(bodyKind);
    if (!changed.includes(field)) continue;
    const key = { workspaceId: workspace.id, bodyKind };
    const answerDays = after[field];
    if (answerDays === null) await tx.answerPeriod.deleteMany({ where: key });
    else
      await tx.answerPeriod.upsert({
        where: { workspaceId_bodyKind: key },
        create: { ...key, answerDays },
        update: { answerDays },
      });
  }
}

/** Holidays must be there before dates are worked out by them. They are reference data, and no part of this change. */
async function fetchHolidays(tx: Tx, country: string, region: string, year: number): Promise<void> {
  if ((await tx.holiday.count({ where: { country, region } })) > 0) return;
  const system = systemClient();
  await ensureRegionHolidays(system.$executeRaw.bind(system), country, region, year);
}

/**
 * Revises the organisation's settings. The database works out anew the answer dates that rest on them, in this
 * transaction; where records are now kept for less long, the old ones are listed at once. Answers how many dates changed
 * and how many records came onto the list. Errors: `conflict`, `choose_region` and those of the schema.
 */
export const reviseSettings = defineUseCase(
  {
    permission: "settings:manage",
    audit: ["settings.revised", "retention.listed"],
    schema: settingsSchema,
    timeoutMs: 60_000,
    before: async (tx, member) => (await loadSettings(tx, member)).settings,
  },
  async ({ tx, member, now, record, nothingChanged }, { version, ...after }) => {
    const workspaceId = member.workspace.id;
    const before = await loadSettings(tx, member);
    const changed = changedSettings(before.settings, after);
    if (changed.length === 0) {
      nothingChanged();
      return done({ dates: 0, listed: 0 });
    }
    if (before.version !== version) return failed("conflict");
    if (changed.includes("country") && !countriesKnown().includes(after.country))
      return refused("country", "unknown_choice");
    if (after.region !== "" && !regionsOf(after.country).includes(after.region))
      return refused("region", "choose_region");
    if (changed.includes("country") || changed.includes("region"))
      await fetchHolidays(tx, after.country, after.region, now.getUTCFullYear());

    const { name, locale, country, region, timeZone, answerDays, actionDays, capacityHours } = after;
    const { shareDays, shareSections, contactEmail, retentionYears } = after;
    const saved = await tx.workspace.updateMany({
      where: { id: workspaceId, version },
      data: {
        ...{ name, locale, country, region, timeZone, answerDays, actionDays, capacityHours },
        ...{ shareDays, shareSections, contactEmail, retentionYears },
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    if (saved.count === 0) return failed("conflict");
    await savePeriods(tx, member, after, changed);
    const [dates] = counted.parse(await tx.$queryRaw`SELECT dates_worked_out_anew() AS count`);

    const fields = new Set(
      changed.map((field) => (field.startsWith("answerDays_") ? "answerPeriods" : field)),
    );
    await record({
      kind: "settings.revised",
      subjectId: workspaceId,
      detail: { fields: [...fields], dates: dates.count },
    });
    let listed = 0;
    if (changed.includes("retentionYears")) {
      const [list] = counted.parse(await tx.$queryRaw`SELECT list_old_records_here(${now}) AS count`);
      listed = list.count;
    }
    if (listed > 0) {
      await record({ kind: "retention.listed", subjectId: workspaceId, detail: { records: listed } });
      await mailOldRecords(tx, member.workspace, [member.userId]);
    }
    return done({ dates: dates.count, listed });
  },
);
