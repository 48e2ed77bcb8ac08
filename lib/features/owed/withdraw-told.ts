import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { setTold } from "./set-told";

/** Takes back that our people were told about an answer. */
export const withdrawTold = defineUseCase(
  {
    permission: "record:write",
    audit: ["response.told_withdrawn"],
    schema: z.strictObject({ id: recordId }),
  },
  async ({ tx, member, record, nothingChanged }, { id }) => {
    const told = await setTold(tx, member, id, null);
    if (!told) return failed("not_found");
    const { consultationId } = told;
    if (told.changed)
      await record({ kind: "response.told_withdrawn", subjectId: id, detail: { consultationId } });
    else nothingChanged();
    return done({ id });
  },
);
