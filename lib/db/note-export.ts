import "server-only";
import { z } from "zod";
import { tenantClient } from "./clients";

const answer = z.tuple([z.object({ noted: z.boolean() })]);

/**
 * Writes down that an owner takes everything out of a workspace that is suspended or closing, where nothing else can be
 * written any more. The database checks that it is an owner's session. Answers whether it was.
 */
export async function noteExportWhilePaused(sessionHash: string, slug: string): Promise<boolean> {
  const [{ noted }] = answer.parse(
    await tenantClient().$queryRaw`SELECT note_export(${sessionHash}, ${slug}) AS noted`,
  );
  return noted;
}
