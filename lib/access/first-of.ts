import "server-only";
import type { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import type { AuditKind } from "@/lib/domain/audit";
import type { UseCase } from "./use-case";

/**
 * A use case that is tried by its shorter way first. Where that finds that there is more to it, nothing of it stays and
 * the whole one is run; who may not come in, or too often, is turned away at once.
 */
export function firstOf<S extends z.ZodType, T, A extends readonly AuditKind[]>(
  shorter: UseCase<S, T, readonly AuditKind[], SqlTx>,
  whole: UseCase<S, T, A>,
): UseCase<S, T, A> {
  return {
    ...whole,
    run: async (...asked) => {
      const result = await shorter.run(...asked);
      const more = !result.ok && (result.code === "not_found" || result.code === "invalid");
      return more ? whole.run(...asked) : result;
    },
  };
}
