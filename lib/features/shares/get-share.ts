import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { notWords } from "@/lib/domain/privacy/free-text";
import { snapshot } from "@/lib/domain/release/snapshot";
import { withheldTally } from "@/lib/domain/release/withheld";
import { done, failed } from "@/lib/domain/result";
import { shareState } from "@/lib/domain/share";
import { loadShare } from "./share-content";

/** How many openings are listed one by one. */
const MOST_OPENINGS = 100;

/**
 * A released view: what it shows, where it stands, what was withheld, and when it was opened. `tokenHash` is of an
 * address its owner was just given: `addressIsNew` says whether that is the one that works. "not_found" for a draft.
 */
export const getShare = defineUseCase(
  {
    permission: "shares:manage",
    audit: "none",
    schema: z.strictObject({ id: recordId, tokenHash: notWords(z.string(), "a hash").nullable() }),
  },
  async ({ tx, member, today }, { id, tokenHash }) => {
    const share = await loadShare(tx, member, id);
    if (!share?.releasedAt) return failed("not_found");
    const workspaceId = member.workspace.id;
    const [stored, openings, groups] = [
      await tx.shareSnapshot.findUnique({ where: { workspaceId_shareId: { workspaceId, shareId: id } } }),
      await tx.shareOpening.findMany({
        where: { workspaceId, shareId: id },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: MOST_OPENINGS,
      }),
      await tx.$queryRaw`
        SELECT count(*)::int AS total, count(DISTINCT (at::date, reader))::int AS readers, count(DISTINCT at::date)::int AS days
        FROM share_openings WHERE workspace_id = ${workspaceId}::uuid AND share_id = ${id}::uuid`,
    ];
    if (!stored) return failed("not_found");
    const [counted] = z
      .tuple([z.object({ total: z.number(), readers: z.number(), days: z.number() })])
      .parse(groups);
    return done({
      share,
      state: shareState({ ...share, expiresOn: share.content.expiresOn }, today),
      snapshot: snapshot.parse(stored.snapshot),
      withheld: withheldTally.parse(stored.withheld),
      addressIsNew: tokenHash !== null && tokenHash === share.tokenHash,
      openings: openings.map(({ id: key, at, format, reader }) => ({ id: key, at, format, reader })),
      /** `readers`: different ones, each counted anew every day: so many at most. */
      opened: counted,
    });
  },
);
