import "server-only";
import type { WorldOf } from "@/lib/access/use-case";
import type { SqlTx } from "@/lib/db/doors";
import type { Sql } from "@/lib/db/sql";
import type { BodyKind } from "@/lib/domain/taxonomy";
import type { Known } from "./find-known";
import { insertConsultation, type NewConsultation, type WrittenConsultation } from "./insert-consultation";
import { resolveBodies, resolveTopics } from "./resolve-names";
import { saveAskingBody } from "./save-lists";

/**
 * Saves a new consultation whose names are all known, and tells of it. Null when one is not, or when there is one of this
 * id or reference already, or from this very moment on: findKnown says which.
 * @param show what to give back of it: see insertConsultation
 */
export function saveNew(
  { tx, member, now, today, recordWith }: WorldOf<"consultation.logged", SqlTx>,
  consultation: NewConsultation,
  show: Sql | null = null,
): Promise<WrittenConsultation | null> {
  return recordWith({ kind: "consultation.logged", subjectId: consultation.id, detail: {} }, (event) =>
    insertConsultation(tx, member, consultation, { now, today, event, show }),
  );
}

/**
 * Creates the bodies and topics of a new consultation that are not `known`. A kind that was chosen counts for a new body
 * that asks, and corrects a known one. Answers the id of a body whose kind was corrected.
 */
export async function createNames(
  { tx, member }: WorldOf<never>,
  { content }: NewConsultation,
  known: Known,
  kind: BodyKind | null,
): Promise<string | null> {
  let corrected: string | null = null;
  if (known.publicBody === null || kind !== null) {
    const body = await saveAskingBody(tx, member, content.publicBody, kind);
    if (body.kindCorrected) corrected = body.id;
  }
  if (known.topics.includes(null)) await resolveTopics(tx, member, content.topics);
  if (known.otherBodies.includes(null)) await resolveBodies(tx, member, content.otherBodies);
  return corrected;
}
