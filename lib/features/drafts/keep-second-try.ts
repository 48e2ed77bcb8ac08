import "server-only";
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { DraftPayload } from "@/lib/domain/draft";
import type { TypedValues } from "@/lib/domain/form-view";
import { SENT_TWICE_FIELD, SINCE_FIELD } from "./form-view";

/**
 * The form of a new record was sent a second time, with other content (by the back button, say). The first one is
 * saved; this keeps the second as a draft of that record's edit form, so that nothing typed is lost.
 */
export async function keepSecondTry(
  tx: Tx,
  member: Member,
  form: string,
  values: TypedValues,
): Promise<void> {
  const payload: DraftPayload = {
    values: { ...values, version: ["1"], [SINCE_FIELD]: ["1"], [SENT_TWICE_FIELD]: [randomUUID()] },
    errors: [],
    code: null,
  };
  const key = { workspaceId: member.workspace.id, userId: member.userId, form };
  await tx.draft.upsert({
    where: { workspaceId_userId_form: key },
    create: { ...key, payload },
    update: { payload, updatedAt: new Date() },
  });
}
