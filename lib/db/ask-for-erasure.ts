import "server-only";
import { z } from "zod";
import { tenantClient } from "./clients";

const answer = z.tuple([z.object({ outcome: z.enum(["done", "not_found", "not_the_name"]) })]);

/**
 * An owner's written word that everything may be erased at once (`asks`), or not after all. A door of its own, because
 * it must also be open where nothing else can be written any more. The database checks that it is an owner's session
 * and that `typed` is the organisation's name, writes it down, and tells the other owners and the platform's admins.
 */
export async function askForErasure(
  sessionHash: string,
  slug: string,
  { typed, asks }: { typed: string; asks: boolean },
): Promise<"done" | "not_found" | "not_the_name"> {
  const [row] = answer.parse(
    await tenantClient()
      .$queryRaw`SELECT ask_for_erasure(${sessionHash}, ${slug}, ${typed}, ${asks}) AS outcome`,
  );
  return row.outcome;
}
