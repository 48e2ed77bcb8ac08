import "server-only";
import { z } from "zod";
import { hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { LONGEST_NAME } from "@/lib/domain/members";
import { ROLES } from "@/lib/domain/permissions";
import { mailOwners } from "@/lib/features/members/mail-owners";

const accepted = z.object({
  userId: z.uuid(),
  role: z.enum(ROLES),
  joined: z.boolean(),
  workspaceId: z.uuid(),
  slug: z.string(),
});
export type Accepted = z.output<typeof accepted>;
const answer = z.tuple([z.object({ answer: accepted.nullable() })]);

/** A name as it is kept: one line, at most 60 characters; null for none. */
export function tidyPersonName(typed: string): string | null {
  const plain = typed.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/\s+/g, " ");
  return [...plain.toWellFormed().trim()].slice(0, LONGEST_NAME).join("").trim() || null;
}

/**
 * Takes an invitation: its holder becomes a member, and a person of Followthrough where the address is new. Once; null
 * for a link that is unknown, used, withdrawn or too old. The other owners are told of a new owner.
 * @param spoken the language a new person reads
 */
export async function acceptInvitation(
  token: string,
  { name, spoken }: { name: string; spoken: string },
  now: Date,
): Promise<Accepted | null> {
  return systemClient().$transaction(async (tx) => {
    const [row] = answer.parse(
      await tx.$queryRaw`SELECT accept_invitation(${hashToken(token)}, ${tidyPersonName(name)}, ${spoken}, ${now}) AS answer`,
    );
    if (row.answer?.joined && row.answer.role === "owner") {
      const { workspaceId, slug, userId } = row.answer;
      await mailOwners(tx, workspaceId, { kind: "owner_added", params: { slug } }, [userId]);
    }
    return row.answer;
  });
}
