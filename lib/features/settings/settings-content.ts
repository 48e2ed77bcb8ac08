import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { language } from "@/lib/domain/members";
import { periodField, settingsFields } from "@/lib/domain/settings";
import { BODY_KINDS } from "@/lib/domain/taxonomy";
import { LOCALES } from "@/lib/i18n/locales";

export const settingsSchema = z.strictObject({
  ...settingsFields,
  locale: language(LOCALES),
  version: z.number("not_a_number").int(),
});

export type Settings = Omit<z.output<typeof settingsSchema>, "version">;

/** The organisation's settings as they are, with the version of its row. */
export async function loadSettings(tx: Tx, { workspace }: Member) {
  const row = await tx.workspace.findUniqueOrThrow({
    where: { id: workspace.id },
    select: {
      name: true,
      locale: true,
      country: true,
      region: true,
      timeZone: true,
      answerDays: true,
      actionDays: true,
      capacityHours: true,
      shareDays: true,
      shareSections: true,
      contactEmail: true,
      retentionYears: true,
      version: true,
      updatedAt: true,
      updatedBy: true,
      answerPeriods: { select: { bodyKind: true, answerDays: true } },
    },
  });
  const { version, updatedAt, updatedBy, answerPeriods, capacityHours, ...plain } = row;
  const periods = Object.fromEntries(
    BODY_KINDS.map((kind) => [
      periodField(kind),
      answerPeriods.find(({ bodyKind }) => bodyKind === kind)?.answerDays ?? null,
    ]),
  );
  return {
    version,
    updatedAt,
    updatedBy,
    settings: { ...plain, ...periods, capacityHours: capacityHours === null ? null : Number(capacityHours) },
  };
}

/** The fields that differ, by name; order makes no difference in a list. */
export function changedSettings(before: object, after: object): string[] {
  const old = new Map(Object.entries(before));
  const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null));
  return Object.entries(after).flatMap(([field, value]) =>
    plain(value) === plain(old.get(field)) ? [] : [field],
  );
}
