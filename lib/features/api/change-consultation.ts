import "server-only";
import type { World } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import { done, failed, type Result } from "@/lib/domain/result";
import { cancelConsultation } from "@/lib/features/consultations/cancel-consultation";
import { loadConsultation } from "@/lib/features/consultations/consultation-content";
import { reinstateConsultation } from "@/lib/features/consultations/reinstate-consultation";
import { reviseConsultation } from "@/lib/features/consultations/revise-consultation";
import { withdrawReasons } from "@/lib/features/consultations/withdraw-reasons";
import type { ChangedConsultation } from "./consultation-fields";

/** What changing a consultation can write to the audit trail. */
export const CHANGES = [
  "consultation.revised",
  "consultation.cancelled",
  "consultation.reinstated",
  "reasons.withdrawn",
  "public_body.revised",
] as const;
type Changes = World<typeof CHANGES>;

async function acceptReasonsOn(world: Changes, id: string, acceptedOn: string): Promise<void> {
  const { tx, member, now, record } = world;
  await tx.consultation.update({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    data: {
      explanationAcceptedOn: toDb(acceptedOn),
      version: { increment: 1 },
      updatedAt: now,
      updatedBy: member.userId,
    },
  });
  await record({
    kind: "consultation.revised",
    subjectId: id,
    detail: { fields: ["explanationAcceptedOn"] },
  });
}

/** Changes what is given of a consultation, by the rules of its forms; what is not given stays. */
export async function changeConsultation(
  world: Changes,
  id: string,
  { cancelledOn, explanationAcceptedOn, ...given }: ChangedConsultation,
): Promise<Result<{ id: string }>> {
  const { tx, member } = world;
  const before = await loadConsultation(tx, member, id);
  if (!before) return failed("not_found");
  const facts = await tx.consultation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    select: { cancelledOn: true, explanationAcceptedOn: true },
  });
  world.nothingChanged();
  const { version, content } = before;
  const revised = await reviseConsultation.within(world, { ...content, ...given, id, version });
  if (!revised.ok) return revised;

  const calledOff = fromDb(facts.cancelledOn);
  if (cancelledOn !== undefined && cancelledOn !== calledOff) {
    const step = cancelledOn
      ? await cancelConsultation.within(world, { id, cancelledOn, version: calledOff })
      : await reinstateConsultation.within(world, { id });
    if (!step.ok) return step;
  }
  const accepted = fromDb(facts.explanationAcceptedOn);
  if (explanationAcceptedOn !== undefined && explanationAcceptedOn !== accepted) {
    if (explanationAcceptedOn) await acceptReasonsOn(world, id, explanationAcceptedOn);
    else {
      const step = await withdrawReasons.within(world, { id });
      if (!step.ok) return step;
    }
  }
  return done({ id });
}
