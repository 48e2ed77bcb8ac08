import "server-only";
import type { Member } from "@/lib/access/use-case";
import { systemClient } from "@/lib/db/clients";
import type { Tx } from "@/lib/db/doors";
import { done, type FieldError, failed, type Result } from "@/lib/domain/result";
import { periodField } from "@/lib/domain/settings";
import { BODY_KINDS } from "@/lib/domain/taxonomy";
import { countriesKnown, ensureRegionHolidays, regionsOf } from "@/lib/services/holidays";
import type { Settings } from "./settings-content";

/** Settings as a form takes them, or as they are kept with some of them changed. */
type Whole = Omit<Settings, "locale" | "shareSections"> & { locale: string; shareSections: string[] };

/** A country or a part of one whose holidays nobody knows: `unknown_choice`, `choose_region`; null where both are known. */
export function unknownPlace({ country, region }: { country: string; region: string }): FieldError | null {
  if (!countriesKnown().includes(country)) return { field: "country", code: "unknown_choice" };
  if (region !== "" && !regionsOf(country).includes(region))
    return { field: "region", code: "choose_region" };
  return null;
}

/** Where answer periods of kinds of bodies differ from what they were, they are written or taken away. */
async function savePeriods(tx: Tx, { workspace }: Member, after: Whole, changed: readonly string[]) {
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
 * Writes an organisation's settings, of which `changed` differ; the database works out anew the answer dates that rest on
 * them, in this transaction. Errors: `conflict` where `version` is not the row's any more, and those of `unknownPlace`.
 */
export async function writeSettings(
  tx: Tx,
  member: Member,
  { after, changed, version }: { after: Whole; changed: readonly string[]; version: number },
  now: Date,
): Promise<Result<null>> {
  if (changed.includes("country") || changed.includes("region")) {
    const unknown = unknownPlace(after);
    if (unknown) return failed("invalid", [unknown]);
    await fetchHolidays(tx, after.country, after.region, now.getUTCFullYear());
  }
  const { name, locale, country, region, timeZone, answerDays, actionDays, capacityHours } = after;
  const { shareDays, shareSections, contactEmail, retentionYears } = after;
  const saved = await tx.workspace.updateMany({
    where: { id: member.workspace.id, version },
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
  return done(null);
}

/** What a change is called in the record of changes: answer periods of kinds of bodies are one thing. */
export function settingsAsTold(changed: readonly string[]): string[] {
  return [...new Set(changed.map((field) => (field.startsWith("answerDays_") ? "answerPeriods" : field)))];
}
