import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed } from "@/lib/domain/result";
import { mailOldRecords } from "@/lib/features/retention/mail-old-records";
import { changedSettings, loadSettings, settingsSchema } from "./settings-content";
import { settingsAsTold, writeSettings } from "./write-settings";

const counted = z.tuple([z.object({ count: z.bigint().nullable().transform(Number) })]);

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
    const written = await writeSettings(tx, member, { after, changed, version }, now);
    if (!written.ok) return written;
    const [dates] = counted.parse(await tx.$queryRaw`SELECT dates_worked_out_anew() AS count`);

    await record({
      kind: "settings.revised",
      subjectId: workspaceId,
      detail: { fields: settingsAsTold(changed), dates: dates.count },
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
