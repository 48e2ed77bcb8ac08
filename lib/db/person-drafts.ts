import "server-only";
import type { DraftPayload } from "@/lib/domain/draft";
import { systemClient } from "./clients";

/** Keeps what somebody typed outside of any workspace, also when their session ran out within the last week. */
export async function keepPersonDraft(
  sessionHash: string,
  form: string,
  payload: DraftPayload,
): Promise<void> {
  const session = await systemClient().session.findUnique({
    where: { sessionToken: sessionHash, expires: { gt: new Date() } },
    select: { userId: true },
  });
  if (!session) return;
  const { userId } = session;
  await systemClient().personDraft.upsert({
    where: { userId_form: { userId, form } },
    create: { userId, form, payload },
    update: { payload, updatedAt: new Date() },
  });
}
