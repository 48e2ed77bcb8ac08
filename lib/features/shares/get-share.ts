import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { recordId } from "@/lib/domain/fields";
import type { PlainDate } from "@/lib/domain/plain-date";
import { notWords } from "@/lib/domain/privacy/free-text";
import { snapshot } from "@/lib/domain/release/snapshot";
import { withheldTally } from "@/lib/domain/release/withheld";
import { done, failed } from "@/lib/domain/result";
import { shareState } from "@/lib/domain/share";
import { loadShare, type SavedShare } from "./share-content";

/** How many openings are listed one by one. */
const MOST_OPENINGS = 100;

const counted = z.tuple([z.object({ total: z.number(), readers: z.number(), days: z.number() })]);

/**
 * A view of ours; `released` is null for a draft, else what it shows, where it stands, what was withheld, and when it
 * was opened. `tokenHash` is of an address its owner was just given: `addressIsNew` says whether that one works.
 */
export const getShare = defineUseCase(
  {
    permission: "shares:manage",
    audit: "none",
    schema: z.strictObject({ id: recordId, tokenHash: notWords(z.string(), "a hash").nullable() }),
  },
  async ({ tx, member, today }, { id, tokenHash }) => {
    const share = await loadShare(tx, member, id);
    if (!share) return failed("not_found");
    const addressIsNew = tokenHash !== null && tokenHash === share.tokenHash;
    return done({ share, addressIsNew, released: await readReleased(tx, member.workspace.id, share, today) });
  },
);

async function readReleased(tx: Tx, workspaceId: string, share: SavedShare, today: PlainDate) {
  const stored = await tx.shareSnapshot.findUnique({
    where: { workspaceId_shareId: { workspaceId, shareId: share.id } },
  });
  if (!stored) return null;
  const openings = await tx.shareOpening.findMany({
    where: { workspaceId, shareId: share.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_OPENINGS,
    select: { id: true, at: true, format: true },
  });
  // One reader is another one the next day: so many readers there were at most.
  const [opened] = counted.parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS total, count(DISTINCT (at::date, reader))::int AS readers, count(DISTINCT at::date)::int AS days
      FROM share_openings WHERE workspace_id = ${workspaceId}::uuid AND share_id = ${share.id}::uuid`,
  );
  return {
    state: shareState({ ...share, expiresOn: share.content.expiresOn }, today),
    snapshot: snapshot.parse(stored.snapshot),
    withheld: withheldTally.parse(stored.withheld),
    openings,
    opened,
  };
}
