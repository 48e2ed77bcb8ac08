import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { linkKeys } from "@/lib/domain/share";

/** Gives a link a new address, and a new passphrase where it has one: the old ones stop at once. */
export const replaceAddress = defineUseCase(
  {
    permission: "shares:manage",
    audit: ["share.address_replaced"],
    schema: z.strictObject({ id: recordId, ...linkKeys.shape }),
  },
  async ({ tx, member, now, record }, { id, tokenHash, passphraseSalt, passphraseHash }) => {
    const share = await tx.share.findFirst({
      where: {
        workspaceId: member.workspace.id,
        id,
        audience: "link",
        releasedAt: { not: null },
        stoppedAt: null,
      },
      select: { wantsPassphrase: true },
    });
    if (!share) return failed("not_found");
    await tx.share.updateMany({
      where: { workspaceId: member.workspace.id, id },
      data: {
        tokenHash,
        ...(share.wantsPassphrase && { passphraseSalt, passphraseHash }),
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    await record({ kind: "share.address_replaced", subjectId: id, detail: {} });
    return done({ id });
  },
);
