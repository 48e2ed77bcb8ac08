import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { newResponse } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { recordResponse } from "@/lib/features/responses/record-response";
import { loadResponse } from "@/lib/features/responses/response-content";

/** An answer of a body as programs send it. */
export const sentResponse = z.strictObject({ ...newResponse.shape, id: recordId.optional() });

/** Records an answer of a body for a program. Fails with `conflict` for an id that says something else already. */
export const createResponse = defineUseCase(
  { permission: "record:write", audit: ["response.recorded"], schema: sentResponse },
  async (world, { id = randomUUID(), ...content }) => {
    const recorded = await recordResponse.within(world, { ...content, id });
    if (!recorded.ok) return recorded;
    const saved = await loadResponse(world.tx, world.member, id);
    if (!saved || recorded.value.outcome === "differs") return failed("conflict");
    return done({ id, ...saved.content });
  },
);
