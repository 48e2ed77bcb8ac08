import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed } from "@/lib/domain/result";
import { loadConsultation } from "@/lib/features/consultations/consultation-content";
import { CHANGES, changeConsultation } from "./change-consultation";
import { changedConsultation } from "./consultation-fields";
import { readConsultation } from "./consultation-resource";

/** Changes what a program sends of a consultation. */
export const patchConsultation = defineUseCase(
  {
    permission: "record:write",
    audit: CHANGES,
    schema: changedConsultation,
    before: async (tx, member, { id }) => (await loadConsultation(tx, member, id))?.content,
  },
  async (world, { id, ...given }) => {
    const changed = await changeConsultation(world, id, given);
    if (!changed.ok) return changed;
    const record = await readConsultation(world.tx, world.member.workspace.id, id, world.today);
    return record ? done(record) : failed("not_found");
  },
);
