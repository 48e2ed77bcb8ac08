import "server-only";
import type { Member } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { TypedValues } from "@/lib/domain/form-view";
import { SECTIONS } from "@/lib/domain/release/snapshot";
import { type ShareContent, tidyShare } from "@/lib/domain/share";

/** A share with what its form holds, and what became of it. Null when this workspace has none of that id. */
export async function loadShare(tx: Tx, member: Member, id: string) {
  const row = await tx.share.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    include: { publicBody: { select: { name: true } } },
  });
  if (!row) return null;
  const content: ShareContent = {
    audience: row.audience,
    officerEmail: row.officerEmail,
    publicBodyId: row.publicBodyId,
    fromOn: fromDb(row.fromOn),
    toOn: fromDb(row.toOn),
    sections: SECTIONS.filter((section) => row.sections.includes(section)),
    expiresOn: fromDb(row.expiresOn),
    wantsPassphrase: row.wantsPassphrase,
  };
  const { version, tokenHash, releasedAt, stoppedAt, createdBy, updatedBy, updatedAt } = row;
  return {
    id,
    content,
    /** Null: every public body. */
    bodyName: row.publicBody?.name ?? null,
    version,
    tokenHash,
    releasedAt,
    stoppedAt,
    createdBy,
    updatedBy,
    updatedAt,
  };
}
export type SavedShare = NonNullable<Awaited<ReturnType<typeof loadShare>>>;

/** A share's content as columns. */
export function shareColumns(typed: ShareContent) {
  const { fromOn, toOn, expiresOn, ...content } = tidyShare(typed);
  return { ...content, fromOn: toDb(fromOn), toOn: toDb(toOn), expiresOn: toDb(expiresOn) };
}

/** A share's content as its form shows it. */
export function shareValues(content: ShareContent): TypedValues {
  const { sections, wantsPassphrase, ...rest } = content;
  const texts = Object.entries(rest).flatMap(([name, value]) => (value === null ? [] : [[name, [value]]]));
  return {
    ...Object.fromEntries(texts),
    sections: [...sections],
    ...(wantsPassphrase && { wantsPassphrase: ["on"] }),
  };
}

/** The fields in which two contents differ. */
export function changedShareFields(one: ShareContent, other: ShareContent): string[] {
  const [before, after] = [tidyShare(one), tidyShare(other)];
  return (Object.keys(before) as (keyof ShareContent)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** Whether this workspace has that public body; none at all is every body. */
export async function hasBody(tx: Tx, member: Member, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const count = await tx.publicBody.count({ where: { workspaceId: member.workspace.id, id } });
  return count > 0;
}
