import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { plainDate, recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { readConsultation } from "./consultation-resource";

/** One consultation with its answers and follow-ups, for a program. */
export const getConsultationForApi = defineSqlUseCase(
  {
    permission: "record:read",
    audit: "none",
    schema: z.strictObject({ id: recordId, asOf: plainDate.optional() }),
  },
  async ({ tx, member, today }, { id, asOf = today }) => {
    const record = await readConsultation(tx, member.workspace.id, id, asOf);
    return record ? done(record) : failed("not_found");
  },
);
