import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import type { LifeStep } from "@/lib/domain/workspace-life";

const answer = z.tuple([z.object({ outcome: z.enum(["done", "not_found", "conflict"]) })]);

/**
 * Takes one step in the life of a workspace, after the changes that its members are making just now. `conflict` when
 * the step does not fit its state; the database decides.
 */
export async function takeStep(
  tx: Tx,
  workspaceId: string,
  step: LifeStep,
  now: Date,
): Promise<"done" | "not_found" | "conflict"> {
  const [row] = answer.parse(
    await tx.$queryRaw`SELECT step_workspace(${workspaceId}::uuid, ${step}, ${now}) AS outcome`,
  );
  return row.outcome;
}
