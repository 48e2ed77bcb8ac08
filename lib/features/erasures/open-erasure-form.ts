import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { todayIn } from "@/lib/domain/plain-date";
import { done } from "@/lib/domain/result";

/** The page on which an owner asks that everything be erased: since when somebody has asked, if anybody did. */
export const openErasureForm = defineUseCase(
  { permission: "settings:manage", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    const { erasureAskedAt } = await tx.workspace.findUniqueOrThrow({
      where: { id: member.workspace.id },
      select: { erasureAskedAt: true },
    });
    return done({ askedOn: erasureAskedAt && todayIn(member.workspace.timeZone, erasureAskedAt) });
  },
);
