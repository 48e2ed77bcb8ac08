import "server-only";
import { readJson } from "@/lib/access/api-json";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import {
  BROUGHT_SETTINGS,
  type BroughtSettings,
  broughtSettings,
  settingsInExport,
} from "@/lib/domain/export/brought-settings";
import type { ExportStage } from "@/lib/domain/import/view";
import { mayAs } from "@/lib/domain/permissions";
import { changedSettings, loadSettings } from "@/lib/features/settings/settings-content";
import { settingsAsTold, unknownPlace, writeSettings } from "@/lib/features/settings/write-settings";
import type { ZipParts } from "@/lib/services/spreadsheet/zip-parts";
import { linesOf } from "@/lib/services/uploaded-file";

/** More lines than kinds of bodies there are. */
const MOST_LINES = 100;

async function valuesIn(parts: ZipParts, file: string): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const { line } of linesOf(parts, file)) {
    const read = readJson(line);
    values.push("value" in read ? read.value : null);
    if (values.length === MOST_LINES) break;
  }
  return values;
}

/** The settings an export was made with; null where they cannot be read. Throws as `linesOf` does. */
export async function readExportSettings(parts: ZipParts): Promise<BroughtSettings | null> {
  return settingsInExport(
    await valuesIn(parts, "workspace.jsonl"),
    await valuesIn(parts, "answerPeriods.jsonl"),
  );
}

/** Nothing was recorded or decided here yet. */
async function isNew(tx: Tx, { workspace }: Member, version: number): Promise<boolean> {
  if (version > 1) return false;
  const where = { workspaceId: workspace.id };
  const recorded = (await tx.consultation.findFirst({ where })) ?? (await tx.activity.findFirst({ where }));
  return recorded === null;
}

async function compare(tx: Tx, member: Member, stored: unknown) {
  const { version, settings } = await loadSettings(tx, member);
  const after = { ...settings, ...broughtSettings.parse(stored) };
  const changed = changedSettings(settings, after);
  const taken =
    changed.length > 0 &&
    mayAs(member, "settings:manage") &&
    unknownPlace(after) === null &&
    (await isNew(tx, member, version));
  return { version, after, changed, taken };
}

/** What `bringSettings` would do now with what an import keeps of an export's settings. Writes nothing. */
export async function comingSettings(
  tx: Tx,
  member: Member,
  stored: unknown,
): Promise<ExportStage["settings"]> {
  if (stored === null) return { differing: [], taken: false };
  const { changed, taken } = await compare(tx, member, stored);
  const told = settingsAsTold(changed);
  return { differing: BROUGHT_SETTINGS.filter((setting) => told.includes(setting)), taken };
}

/**
 * Brings in the settings of an export by which dates and standings are worked out, where an owner brings it into an
 * organisation that is new: its record then says the same as it did there. Anywhere else they stay as they are.
 * @returns what changed, as the record of changes names it
 */
export async function bringSettings(tx: Tx, member: Member, stored: unknown, now: Date): Promise<string[]> {
  if (stored === null) return [];
  const { version, after, changed, taken } = await compare(tx, member, stored);
  if (!taken) return [];
  const written = await writeSettings(tx, member, { after, changed, version }, now);
  // Somebody revised them this moment: theirs count.
  return written.ok ? settingsAsTold(changed) : [];
}
