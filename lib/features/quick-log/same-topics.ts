import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { loadConsultation } from "@/lib/features/consultations/consultation-content";
import { sameName } from "@/lib/features/consultations/resolve-names";

/**
 * The topics of the consultation that is done again, as long as it is about the same: the weekly meeting has the same
 * ones. Who spoke and how much say they had may differ each time.
 */
export async function sameTopics(
  tx: Tx,
  member: Member,
  { like, title, publicBody }: { like: string | null; title: string; publicBody: string },
): Promise<string[]> {
  const last = like === null ? null : await loadConsultation(tx, member, like);
  const same = last && sameName(last.content.title, title) && sameName(last.content.publicBody, publicBody);
  return same ? last.content.topics : [];
}
