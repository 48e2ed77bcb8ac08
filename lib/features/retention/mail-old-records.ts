import "server-only";
import type { Tx } from "@/lib/db/doors";
import { GRACE_DAYS } from "@/lib/domain/retention";
import { mailOwners } from "@/lib/features/members/mail-owners";

/** Tells owners that old records wait for a look, but for those who know already. */
export function mailOldRecords(
  tx: Tx,
  { id, slug }: { id: string; slug: string },
  except: readonly string[] = [],
): Promise<void> {
  return mailOwners(tx, id, { kind: "old_records", params: { slug, days: GRACE_DAYS } }, except);
}
