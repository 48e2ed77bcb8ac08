import "server-only";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { queueMail } from "@/lib/db/mail-queue";
import { addDays } from "@/lib/domain/plain-date";
import type { PinnedCount } from "@/lib/domain/release/share-record";
import { done, failed, refused } from "@/lib/domain/result";
import { CHECKED_WITHIN_DAYS, releaseConfirmation } from "@/lib/domain/share";
import { fingerprint, makeRelease } from "./make-release";
import { loadShare } from "./share-content";

/**
 * Releases a view, or releases it again: what the owner has just looked at, and nothing else, becomes what is shown.
 * A link gets its keys the first time. An officer gets an account without any membership, and a mail that says no more
 * than that there is something to read.
 */
export const releaseShare = defineUseCase(
  {
    permission: "shares:manage",
    audit: ["share.released", "share.released_again"],
    schema: releaseConfirmation,
    timeoutMs: 20_000,
  },
  async ({ tx, member, today, now, record }, input) => {
    const { id, version, previewed, checkedOn } = input;
    const share = await loadShare(tx, member, id);
    if (!share || share.stoppedAt) return failed("not_found");
    if (checkedOn > today || checkedOn < addDays(today, -CHECKED_WITHIN_DAYS))
      return refused("checkedOn", "not_lately");
    if (share.content.expiresOn < today) return refused("expiresOn", "share_expired");
    const workspaceId = member.workspace.id;
    const release = await makeRelease((query) => tx.$queryRaw(query), workspaceId, share, {
      today,
      checkedOn,
    });
    if (!release) return refused("fromOn", "too_many_records");
    if (fingerprint(release.snapshot) !== previewed) return refused("previewed", "changed_since");

    const { audience, officerEmail, wantsPassphrase, expiresOn } = share.content;
    const first = share.releasedAt === null;
    const keys = {
      tokenHash: input.tokenHash,
      ...(wantsPassphrase && { passphraseSalt: input.passphraseSalt, passphraseHash: input.passphraseHash }),
    };
    const saved = await tx.share.updateMany({
      where: { workspaceId, id, version },
      data: {
        releasedAt: now,
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: member.userId,
        ...(first && audience === "link" && keys),
      },
    });
    if (saved.count === 0) return failed("conflict");
    const stored = { snapshot: release.snapshot, withheld: release.withheld, releasedAt: now };
    await tx.shareSnapshot.upsert({
      where: { workspaceId_shareId: { workspaceId, shareId: id } },
      create: { workspaceId, shareId: id, ...stored },
      update: stored,
    });
    await keepCounts(tx, member, release.counts);
    if (officerEmail !== null) {
      await tx.$executeRaw`SELECT admit_officer(${id}::uuid)`;
      const workspace = await tx.workspace.findUniqueOrThrow({
        where: { id: workspaceId },
        select: { locale: true },
      });
      await queueMail(tx, { kind: "share_released", to: officerEmail, locale: workspace.locale, params: {} });
    }
    await record({
      kind: first ? "share.released" : "share.released_again",
      subjectId: id,
      detail: { audience, expiresOn },
    });
    return done({ id });
  },
);

/** Keeps the exact numbers behind what was just released, see standingNumber(). One statement. */
async function keepCounts(tx: Tx, member: Member, counts: readonly PinnedCount[]): Promise<void> {
  if (counts.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO released_counts (workspace_id, subject_id, part, people)
    SELECT ${member.workspace.id}::uuid, n."subjectId", n.part, n.people
    FROM jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS n ("subjectId" uuid, part text, people int)
    ON CONFLICT (workspace_id, subject_id, part) DO UPDATE SET people = excluded.people`;
}
