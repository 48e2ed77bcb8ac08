import type { ReleasedPromise, ReleasedResponse, Snapshot } from "@/lib/domain/release/snapshot";
import type { ReleasedEntry } from "./record-of";

type Lists = Pick<Snapshot, "consultations" | "promises" | "responses">;

/** A view's consultations with what belongs to each, and the promises and answers that belong to none of them. */
export function entriesOf({ consultations, promises, responses }: Lists): {
  entries: ReleasedEntry[];
  otherPromises: ReleasedPromise[];
  otherResponses: ReleasedResponse[];
} {
  const shown = new Set(consultations.map(({ ref }) => ref));
  const isOther = ({ parent }: ReleasedPromise | ReleasedResponse) =>
    parent.ref === null || !shown.has(parent.ref);
  const promisesOf = byParent(promises);
  const responsesOf = byParent(responses);
  return {
    entries: consultations.map((consultation) => ({
      consultation,
      promises: promisesOf.get(consultation.ref) ?? [],
      responses: responsesOf.get(consultation.ref) ?? [],
    })),
    otherPromises: promises.filter(isOther),
    otherResponses: responses.filter(isOther),
  };
}

/** By the `ref` of what they belong to, in their order. */
function byParent<T extends { parent: { ref: string | null } }>(all: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const ref = one.parent.ref;
    if (ref !== null) found.set(ref, [...(found.get(ref) ?? []), one]);
  }
  return found;
}
