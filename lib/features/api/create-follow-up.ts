import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { newFollowUp } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { loadFollowUp } from "@/lib/features/follow-ups/follow-up-content";
import { recordFollowUp } from "@/lib/features/follow-ups/record-follow-up";

/** A follow-up as programs send it. */
export const sentFollowUp = z.strictObject({ ...newFollowUp.shape, id: recordId.optional() });

/** Records a follow-up for a program. Fails with `conflict` for an id that says something else already. */
export const createFollowUp = defineUseCase(
  { permission: "record:write", audit: ["follow_up.recorded"], schema: sentFollowUp },
  async (world, { id = randomUUID(), ...content }) => {
    const recorded = await recordFollowUp.within(world, { ...content, id });
    if (!recorded.ok) return recorded;
    const saved = await loadFollowUp(world.tx, world.member, id);
    if (!saved || recorded.value.outcome === "differs") return failed("conflict");
    return done({ id, ...saved.content });
  },
);
