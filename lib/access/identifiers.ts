import "server-only";
import { z } from "zod";
import { writeAudit } from "@/lib/db/audit";
import type { Entered, SqlTx } from "@/lib/db/doors";
import type { AuditEvent } from "@/lib/domain/audit";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import type { FoundIdentifier } from "@/lib/domain/privacy/free-text";
import type { IdentifierKind } from "@/lib/domain/privacy/identifier";
import type { FieldError } from "@/lib/domain/result";

/** Programs say yes or no; forms name what they showed, once or for each box that was ticked. */
const acknowledgement = z.union([z.boolean(), z.string(), z.array(z.string())]);

/**
 * Takes the acknowledgement out of an input. `covers`: whether it holds for what was found; `wrong`: `wrong_type` where
 * it is none.
 */
export function takeAcknowledgement(raw: unknown): {
  input: unknown;
  covers: (found: FoundIdentifier) => boolean;
  wrong: FieldError[];
} {
  if (typeof raw !== "object" || raw === null || !(ACKNOWLEDGE_FIELD in raw))
    return { input: raw, covers: () => false, wrong: [] };
  const { [ACKNOWLEDGE_FIELD]: given, ...input } = raw;
  const read = acknowledgement.safeParse(given);
  if (!read.success)
    return { input, covers: () => false, wrong: [{ field: ACKNOWLEDGE_FIELD, code: "wrong_type" }] };
  if (typeof read.data === "boolean") return { input, covers: () => read.data === true, wrong: [] };
  const shown = new Set([read.data].flat().flatMap((one) => one.split(" ")));
  return { input, covers: ({ field, kind }) => shown.has(`${field}:${kind}`), wrong: [] };
}

/** The fields with the kinds found in them, in the order they were found. Never the text. */
export function kindsByField(
  found: readonly FoundIdentifier[],
): { field: string; kinds: IdentifierKind[] }[] {
  const fields = [...new Set(found.map(({ field }) => field))];
  return fields.map((field) => {
    const kinds = found.filter((one) => one.field === field).map(({ kind }) => kind);
    return { field, kinds: [...new Set(kinds)] };
  });
}

/** One error for each field: `personal_identifier`, with the kinds. */
export function identifierErrors(found: readonly FoundIdentifier[]): FieldError[] {
  return kindsByField(found).map(({ field, kinds }) => ({
    field,
    code: "personal_identifier",
    params: { kinds },
  }));
}

/** What is in `found` and not in `known`: what a record says already was judged when it was saved. */
export function newIn(
  found: readonly FoundIdentifier[],
  known: readonly FoundIdentifier[],
): FoundIdentifier[] {
  const told = new Set(known.map(({ field, text }) => `${field} ${text}`));
  return found.filter(({ field, text }) => !told.has(`${field} ${text}`));
}

/**
 * Writes to the audit trail that something was saved anyway: who, which fields and kinds, of the record that the
 * events `told` of the same change are about. Nothing changed, nothing told.
 */
export async function recordAcknowledged(
  tx: SqlTx,
  who: Entered,
  told: readonly AuditEvent[],
  input: unknown,
  found: readonly FoundIdentifier[],
): Promise<void> {
  const id = typeof input === "object" && input !== null && "id" in input ? input.id : null;
  const event = told.find(({ subjectId }) => subjectId === id) ?? told.at(-1);
  if (!event || found.length === 0) return;
  await writeAudit(tx, who, {
    kind: "identifiers.acknowledged",
    subjectId: event.subjectId,
    detail: { event: event.kind, fields: kindsByField(found) },
  });
}
