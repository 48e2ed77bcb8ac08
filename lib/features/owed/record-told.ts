import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { setTold } from "./set-told";

/** "Have we told our people?" Yes, today. A day that is recorded already stays. */
export const recordTold = defineUseCase(
  { permission: "record:write", audit: ["response.told"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, today, record, nothingChanged }, { id }) => {
    const told = await setTold(tx, member, id, today);
    if (!told) return failed("not_found");
    const { consultationId } = told;
    if (told.changed) await record({ kind: "response.told", subjectId: id, detail: { consultationId } });
    else nothingChanged();
    return done({ id });
  },
);
