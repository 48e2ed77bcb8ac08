import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { done, failed, type Result } from "@/lib/domain/result";
import { loadConsultation } from "@/lib/features/consultations/consultation-content";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { CHANGES, changeConsultation } from "./change-consultation";
import { sentConsultation } from "./consultation-fields";
import { readConsultation, type WholeConsultation } from "./consultation-resource";

const ids = z.array(z.object({ id: z.uuid() }));

async function findByReference(tx: Tx, member: Member, reference: string | null | undefined) {
  if (!reference) return null;
  const found = ids.parse(
    await tx.$queryRaw`
      SELECT id FROM consultations WHERE workspace_id = ${member.workspace.id}::uuid AND reference = ${reference}`,
  );
  return found[0]?.id ?? null;
}

type Written = { created: boolean; record: WholeConsultation };

/**
 * Logs a consultation for a program. A reference that is known means that record, which is changed instead; so does a
 * reference that somebody takes in this very moment. Fails with `conflict` for an id that says something else already.
 */
export const writeConsultation = defineUseCase(
  {
    permission: "record:write",
    audit: [...CHANGES, "consultation.logged", "follow_up.recorded"],
    schema: sentConsultation,
    before: async (tx, member, { reference }) => {
      const known = await findByReference(tx, member, reference);
      return known === null ? null : (await loadConsultation(tx, member, known))?.content;
    },
  },
  async (world, { id, ...given }): Promise<Result<Written>> => {
    const { tx, member, today } = world;
    const written = async (wanted: string, created: boolean): Promise<Result<Written>> => {
      const record = await readConsultation(tx, member.workspace.id, wanted, today);
      return record ? done({ created, record }) : failed("not_found");
    };
    const change = async (known: string): Promise<Result<Written>> => {
      if (id !== undefined && id !== known) return failed("conflict");
      const changed = await changeConsultation(world, known, given);
      return changed.ok ? written(known, false) : changed;
    };

    const known = await findByReference(tx, member, given.reference);
    if (known !== null) return change(known);
    const input: z.input<typeof logConsultation.schema> = {
      topics: [],
      otherBodies: [],
      paidFor: [],
      ...given,
      id: id ?? randomUUID(),
    };
    const logged = await logConsultation.within(world, input);
    if (logged.ok) {
      const { outcome } = logged.value;
      return outcome === "logged" || outcome === "already"
        ? written(logged.value.id, outcome === "logged")
        : failed("conflict");
    }
    if (logged.code === "not_found") return failed("conflict");
    const taken = logged.errors.some(({ code }) => code === "reference_taken");
    const winner = taken ? await findByReference(tx, member, given.reference) : null;
    return winner === null ? logged : change(winner);
  },
);
