import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { choice, plainDate, recordId, text } from "@/lib/domain/fields";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, failed } from "@/lib/domain/result";
import { explanationColumns, explanationOf, explanationVersion } from "./explanation";

const schema = z.strictObject({
  id: recordId,
  acceptedOn: plainDate,
  /** A role or a group, never a name. */
  decidedBy: text(200),
  membersTookPart: choice(["yes", "no"]),
  /** Of what the form was opened with: nobody's answer is written over unseen. */
  version: notWords(z.string("required"), "a fingerprint"),
});

/** Records that the organisation accepted the reasons a body gave for doing nothing. */
export const acceptReasons = defineUseCase(
  {
    permission: "record:write",
    audit: ["reasons.accepted"],
    schema,
    before: async (tx, member, { id }) => {
      const row = await tx.consultation.findUnique({
        where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
        select: { explanationDecidedBy: true },
      });
      return { decidedBy: row?.explanationDecidedBy };
    },
  },
  async ({ tx, member, now, record, nothingChanged }, input) => {
    const where = { workspaceId: member.workspace.id, id: input.id };
    const before = await tx.consultation.findUnique({ where: { workspaceId_id: where } });
    if (!before) return failed("not_found");
    const saved = explanationOf(before);
    const { acceptedOn, decidedBy } = input;
    const accepted = { acceptedOn, decidedBy, membersTookPart: input.membersTookPart === "yes" };
    if (explanationVersion(saved) === explanationVersion(accepted)) {
      nothingChanged();
      return done({ id: input.id });
    }
    if (explanationVersion(saved) !== input.version) return failed("conflict");
    const { count } = await tx.consultation.updateMany({
      where: { ...where, ...explanationColumns(saved) },
      data: { ...explanationColumns(accepted), updatedAt: now, updatedBy: member.userId },
    });
    if (count === 0) return failed("conflict");
    await record({
      kind: "reasons.accepted",
      subjectId: input.id,
      detail: { membersTookPart: accepted.membersTookPart },
    });
    return done({ id: input.id });
  },
);
