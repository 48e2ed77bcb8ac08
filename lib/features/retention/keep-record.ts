import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import { addDays } from "@/lib/domain/plain-date";
import { done, failed, refused } from "@/lib/domain/result";
import { keptRecord, LONGEST_KEPT } from "@/lib/domain/retention";

/**
 * Keeps an old record for longer, and says why; after that day it is listed again, with a new grace.
 * Errors on `untilOn`: `not_after_today`, `too_far` (ten years).
 */
export const keepRecord = defineUseCase(
  { permission: "settings:manage", audit: ["retention.kept"], schema: keptRecord },
  async ({ tx, member, now, today, record }, { id, untilOn, reason }) => {
    if (untilOn <= today) return refused("untilOn", "not_after_today");
    if (untilOn > addDays(today, LONGEST_KEPT)) return refused("untilOn", "too_far");
    const kept = await tx.retentionReview.updateMany({
      where: { workspaceId: member.workspace.id, id },
      data: { keepUntil: toDb(untilOn), keepReason: reason, decidedBy: member.userId, decidedAt: now },
    });
    if (kept.count === 0) return failed("not_found");
    await record({ kind: "retention.kept", subjectId: id, detail: { until: untilOn } });
    return done({ id });
  },
);
