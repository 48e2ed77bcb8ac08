import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import { choice, optionalDate, plainDate, recordId, text } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

const schema = z.strictObject({
  id: recordId,
  acceptedOn: plainDate,
  /** A role or a group, never a name. */
  decidedBy: text(200),
  membersTookPart: choice(["yes", "no"]),
  /** The date the form was opened with: nobody's answer is written over unseen. */
  version: optionalDate.default(null),
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
    const membersIn = input.membersTookPart === "yes";
    const accepted = fromDb(before.explanationAcceptedOn);
    if (
      accepted === input.acceptedOn &&
      before.explanationDecidedBy === input.decidedBy &&
      before.explanationMembersIn === membersIn
    ) {
      nothingChanged();
      return done({ id: input.id });
    }
    const saved = await tx.consultation.updateMany({
      where: { ...where, explanationAcceptedOn: toDb(input.version) },
      data: {
        explanationAcceptedOn: toDb(input.acceptedOn),
        explanationDecidedBy: input.decidedBy,
        explanationMembersIn: membersIn,
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    if (saved.count === 0) return failed("conflict");
    await record({ kind: "reasons.accepted", subjectId: input.id, detail: { membersTookPart: membersIn } });
    return done({ id: input.id });
  },
);
