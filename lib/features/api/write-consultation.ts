import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { fieldErrors } from "@/lib/access/field-errors";
import { defineSqlUseCase, defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { done, failed, type Result } from "@/lib/domain/result";
import { loadConsultation } from "@/lib/features/consultations/consultation-content";
import {
  findKnownOf,
  logConsultation,
  logKnown,
  logNew,
} from "@/lib/features/consultations/log-consultation";
import { CHANGES, changeConsultation } from "./change-consultation";
import { sentConsultation } from "./consultation-fields";
import {
  NEW_FIELDS,
  readConsultation,
  type WholeConsultation,
  wholeConsultation,
} from "./consultation-resource";

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

/** What was sent, as a consultation to be logged. */
function readNew({ id = randomUUID(), ...given }: z.output<typeof sentConsultation>) {
  const input: z.input<typeof logConsultation.schema> = {
    topics: [],
    otherBodies: [],
    paidFor: [],
    ...given,
    id,
  };
  return logConsultation.schema.safeParse(input);
}

/**
 * Logs a consultation that is all new but its names, as most that programs send are: nothing else is looked at.
 * `not_found` where there is more to it: writeConsultation goes on from there.
 */
export const writeNewConsultation = defineSqlUseCase(
  { permission: "record:write", audit: ["consultation.logged"], schema: sentConsultation },
  async (world, sent): Promise<Result<Written>> => {
    const parsed = readNew(sent);
    if (!parsed.success || parsed.data.promise !== null) return failed("not_found");
    const written = await logNew(world, parsed.data, NEW_FIELDS);
    return written
      ? done({ created: true, record: wholeConsultation.parse(written.shown) })
      : failed("not_found");
  },
);

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
    const asItIs = async (wanted: string): Promise<Result<Written>> => {
      const record = await readConsultation(tx, member.workspace.id, wanted, today);
      return record ? done({ created: false, record }) : failed("not_found");
    };
    const change = async (known: string): Promise<Result<Written>> => {
      if (id !== undefined && id !== known) return failed("conflict");
      const changed = await changeConsultation(world, known, given);
      return changed.ok ? asItIs(known) : changed;
    };

    const parsed = readNew({ id, ...given });
    if (!parsed.success) {
      const known = await findByReference(tx, member, given.reference);
      return known === null ? failed("invalid", fieldErrors(parsed.error)) : change(known);
    }
    const known = await findKnownOf(world, parsed.data);
    if (known.reference !== null) return change(known.reference);
    const logged = await logKnown(world, parsed.data, known, NEW_FIELDS);
    if (logged.ok) {
      const { outcome, shown, id: written } = logged.value;
      if (outcome === "logged") return done({ created: true, record: wholeConsultation.parse(shown) });
      return outcome === "already" ? asItIs(written) : failed("conflict");
    }
    if (logged.code === "not_found") return failed("conflict");
    const taken = logged.errors.some(({ code }) => code === "reference_taken");
    const winner = taken ? await findByReference(tx, member, given.reference) : null;
    return winner === null ? logged : change(winner);
  },
);
