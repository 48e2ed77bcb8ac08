import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, failed } from "@/lib/domain/result";
import { isFormKey } from "./form-keys";

/** Throws away what this person typed into a form and did not save. Nothing of the record changes. */
export const discardDraft = defineUseCase(
  {
    permission: "record:write",
    audit: [],
    schema: z.strictObject({ form: notWords(z.string("required"), "the name of a form") }),
  },
  async ({ tx, member, nothingChanged }, { form }) => {
    if (!isFormKey(form)) return failed("not_found");
    await tx.draft.deleteMany({ where: { workspaceId: member.workspace.id, userId: member.userId, form } });
    nothingChanged();
    return done(form);
  },
);
