import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { moveToTrash } from "@/lib/features/trash/move-to-trash";

/** Moves an activity with everything recorded about it to the trash. `trashId` undoes it. */
export const removeActivity = defineUseCase(
  { permission: "record:write", audit: ["activity.removed"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, record }, { id }) => {
    const trashId = await moveToTrash(tx, "activity", id);
    if (!trashId) return failed("not_found");
    await record({ kind: "activity.removed", subjectId: id, detail: { trashId } });
    return done({ trashId });
  },
);
