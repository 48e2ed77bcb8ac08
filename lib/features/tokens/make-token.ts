import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { newToken } from "@/lib/domain/api-token";
import { done, failed } from "@/lib/domain/result";

const DAY_MS = 24 * 3600 * 1000;

/** Makes a token for a program. Sending the same form twice makes one. */
export const makeToken = defineUseCase(
  { permission: "settings:manage", audit: ["token.made"], schema: newToken },
  async ({ tx, member, now, record, nothingChanged }, { id, name, role, days, tokenHash }) => {
    const workspaceId = member.workspace.id;
    const made = await tx.apiToken.createMany({
      data: [
        {
          workspaceId,
          id,
          name,
          role,
          tokenHash,
          createdAt: now,
          createdBy: member.userId,
          expiresAt: new Date(now.getTime() + days * DAY_MS),
        },
      ],
      skipDuplicates: true,
    });
    if (made.count > 0) {
      await record({ kind: "token.made", subjectId: id, detail: { role, days } });
      return done({ id });
    }
    const earlier = await tx.apiToken.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (earlier?.createdBy !== member.userId) return failed("not_found");
    nothingChanged();
    return done({ id });
  },
);
