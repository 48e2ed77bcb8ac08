import "server-only";
import { createHash } from "node:crypto";
import { referenceIn } from "@/lib/access/shares";
import type { PlainDate } from "@/lib/domain/plain-date";
import { buildRelease, type Release } from "@/lib/domain/release/build-release";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import type { ShareContent } from "@/lib/domain/share";
import { loadRecord, type RunQuery } from "./load-record";

/** What a share would show if it were released today. Null when it is more than a view can hold. */
export async function makeRelease(
  query: RunQuery,
  workspaceId: string,
  share: { id: string; content: ShareContent },
  days: { today: PlainDate; checkedOn: PlainDate },
): Promise<Release | null> {
  const { publicBodyId: bodyId, fromOn, toOn, sections } = share.content;
  const scope = { bodyId, fromOn, toOn, sections };
  const record = await loadRecord(query, workspaceId, days.today, scope);
  return record && buildRelease(record, { scope, ...days, refOf: (id) => referenceIn(share.id, id) });
}

/** The same for the same view, whenever inbox and website were checked: what was looked at is what goes out. */
export function fingerprint(snapshot: Snapshot): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...snapshot, checkedOn: "" }))
    .digest("hex");
}
