import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { moveToTrash } from "@/lib/features/trash/move-to-trash";
import { loadPromise } from "./promise-content";

/** Moves a promise made at an activity to the trash. `trashId` undoes it. */
export const removePromise = defineUseCase(
  {
    permission: "record:write",
    audit: ["activity_promise.removed"],
    schema: z.strictObject({ id: recordId }),
  },
  async ({ tx, member, record }, { id }) => {
    const promise = await loadPromise(tx, member, id);
    const trashId = promise && (await moveToTrash(tx, "follow_up", id));
    if (!trashId) return failed("not_found");
    await record({ kind: "activity_promise.removed", subjectId: id, detail: { trashId } });
    return done({ trashId, activityId: promise.activityId });
  },
);
