import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { notWords } from "@/lib/domain/privacy/free-text";
import { settingsFields } from "@/lib/domain/settings";

/** What programs read of an organisation. */
export const workspaceResource = z.strictObject({
  name: z.string(),
  country: z.string(),
  region: z.string(),
  timeZone: z.string(),
  answerDays: z.number().int(),
  actionDays: z.number().int(),
  capacityHours: z.number().nullable(),
});

const { name, country, region, timeZone, answerDays, actionDays, capacityHours } = settingsFields;

/** What is to change of it. */
export const changedWorkspace = z.strictObject({
  name: name.optional(),
  country: country.optional(),
  region: notWords(region.removeDefault(), "a region's code").optional(),
  timeZone: timeZone.optional(),
  answerDays: answerDays.optional(),
  actionDays: actionDays.optional(),
  capacityHours: capacityHours.removeDefault().optional(),
});

export async function readWorkspace(
  tx: Tx,
  { workspace }: Member,
): Promise<z.output<typeof workspaceResource>> {
  const { capacityHours: hours, ...row } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspace.id },
    select: {
      name: true,
      country: true,
      region: true,
      timeZone: true,
      answerDays: true,
      actionDays: true,
      capacityHours: true,
    },
  });
  return { ...row, capacityHours: hours?.toNumber() ?? null };
}
