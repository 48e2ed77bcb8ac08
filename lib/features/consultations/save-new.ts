import "server-only";
import type { WorldOf } from "@/lib/access/use-case";
import type { Sql } from "@/lib/db/sql";
import type { ConsultationContent } from "./consultation-content";
import type { Known } from "./find-known";
import { type Beside, insertConsultation, type WrittenConsultation } from "./insert-consultation";
import { resolveBodies, resolveTopics } from "./resolve-names";

type New = { id: string; content: ConsultationContent; publicBodyId: string; beside: Beside };

function unlessUnknown(ids: readonly (string | null)[], resolve: () => Promise<string[]>) {
  return ids.includes(null) ? resolve() : [...new Set(ids.filter((id) => id !== null))];
}

/**
 * Saves a new consultation and tells of it. Bodies and topics that are not `known` yet are created. Null when there is
 * one of this id or reference already, or from this very moment on.
 * @param show what to give back of it: see insertConsultation
 */
export async function saveNew(
  { tx, member, now, today, recordWith }: WorldOf<"consultation.logged">,
  { id, content, publicBodyId, beside }: New,
  known: Known,
  show: Sql | null = null,
): Promise<WrittenConsultation | null> {
  const topicIds = await unlessUnknown(known.topics, () => resolveTopics(tx, member, content.topics));
  const otherBodyIds = await unlessUnknown(known.otherBodies, () =>
    resolveBodies(tx, member, content.otherBodies),
  );
  const row = { id, content, beside, publicBodyId, topicIds, otherBodyIds };
  return recordWith({ kind: "consultation.logged", subjectId: id, detail: {} }, (event) =>
    insertConsultation(tx, member, row, { now, today, event, show }),
  );
}
