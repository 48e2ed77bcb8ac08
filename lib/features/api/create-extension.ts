import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { newExtension } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { loadExtension } from "@/lib/features/extensions/extension-content";
import { recordExtension } from "@/lib/features/extensions/record-extension";

/** A new answer date that both sides agreed, as programs send it. */
export const sentExtension = z.strictObject({ ...newExtension.shape, id: recordId.optional() });

/** Records an extension for a program. Fails with `conflict` for an id that says something else already. */
export const createExtension = defineUseCase(
  { permission: "record:write", audit: ["extension.recorded"], schema: sentExtension },
  async (world, { id = randomUUID(), ...content }) => {
    const recorded = await recordExtension.within(world, { ...content, id });
    if (!recorded.ok) return recorded;
    const saved = await loadExtension(world.tx, world.member, id);
    if (!saved || recorded.value.outcome === "differs") return failed("conflict");
    return done({ id, ...saved.content });
  },
);
