import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** What the trash holds of a record, as far as undo has to look into it. */
const keptRecord = z.object({
  consultations: z.array(z.object({ reference: z.string().nullable() })).default([]),
  extensions: z.array(z.object({ consultation_id: z.uuid() })).default([]),
  body_responses: z.array(z.object({ consultation_id: z.uuid() })).default([]),
  activities: z.array(z.object({ id: z.uuid() })).default([]),
  attachments: z
    .array(
      z.object({
        consultation_id: z.uuid().nullable(),
        response_id: z.uuid().nullable(),
        follow_up_id: z.uuid().nullable(),
      }),
    )
    .default([]),
  follow_ups: z
    .array(z.object({ consultation_id: z.uuid().nullable(), activity_id: z.uuid().nullish() }))
    .default([]),
});
const restored = z.tuple([z.object({ id: z.uuid().nullable() })]);

export type Restored =
  | { outcome: "restored"; consultationId: string }
  | { outcome: "restored"; activityId: string }
  /** Another consultation took its reference meanwhile. It stays in the trash. */
  | { outcome: "reference_taken" }
  /** What the file belongs to was removed. It stays in the trash. */
  | { outcome: "owner_gone" }
  /** The consultation it belongs to was removed. It stays in the trash. */
  | { outcome: "consultation_gone" }
  /** So was the activity it belongs to. */
  | { outcome: "activity_gone" }
  /** Somebody has put it back already. */
  | { outcome: "already_back" };

type Stays = Exclude<Restored["outcome"], "restored">;

/** What a removed file belongs to, as long as that is there itself. */
async function findOwner(
  tx: Tx,
  workspaceId: string,
  file: z.output<typeof keptRecord>["attachments"][number] | undefined,
): Promise<{ consultationId: string | null; activityId?: string | null } | null> {
  const by = (id: string) => ({ where: { workspaceId_id: { workspaceId, id } } });
  if (file?.consultation_id) return { consultationId: file.consultation_id };
  if (file?.response_id)
    return tx.bodyResponse.findUnique({ ...by(file.response_id), select: { consultationId: true } });
  if (!file?.follow_up_id) return null;
  return tx.followUp.findUnique({
    ...by(file.follow_up_id),
    select: { consultationId: true, activityId: true },
  });
}

/** Puts a removed record back, whole. What stands in its way is a value, not a failure: nothing is lost by it. */
export const restoreRecord = defineUseCase(
  { permission: "record:write", audit: ["record.restored"], schema: z.strictObject({ trashId: recordId }) },
  async ({ tx, member, record, nothingChanged }, { trashId }) => {
    const workspaceId = member.workspace.id;
    const row = await tx.trash.findUnique({ where: { workspaceId_id: { workspaceId, id: trashId } } });
    if (!row) {
      nothingChanged();
      return done<Restored>({ outcome: "already_back" });
    }
    const kept = keptRecord.parse(row.payload);
    const stays = (outcome: Stays) => {
      nothingChanged();
      return done<Restored>({ outcome });
    };

    const owner = row.kind === "attachment" ? await findOwner(tx, workspaceId, kept.attachments[0]) : null;
    if (row.kind === "attachment" && !owner) return stays("owner_gone");
    const activityId = owner?.activityId ?? kept.activities[0]?.id ?? kept.follow_ups[0]?.activity_id;
    const parent =
      owner?.consultationId ??
      [...kept.follow_ups, ...kept.body_responses, ...kept.extensions][0]?.consultation_id;
    if (row.kind === "consultation") {
      const again = await tx.consultation.findUnique({
        where: { workspaceId_id: { workspaceId, id: row.subjectId } },
        select: { id: true },
      });
      if (again) return stays("already_back");
      const reference = kept.consultations[0]?.reference;
      const taken =
        reference &&
        (await tx.consultation.findUnique({
          where: { workspaceId_reference: { workspaceId, reference } },
          select: { id: true },
        }));
      if (taken) return stays("reference_taken");
    } else if (activityId) {
      const there = await tx.activity.findUnique({
        where: { workspaceId_id: { workspaceId, id: activityId } },
        select: { id: true },
      });
      if (row.kind === "activity" && there) return stays("already_back");
      if (row.kind !== "activity" && !there) return stays("activity_gone");
    } else if (parent) {
      const there = await tx.consultation.findUnique({
        where: { workspaceId_id: { workspaceId, id: parent } },
        select: { id: true },
      });
      if (!there) return stays("consultation_gone");
    }

    try {
      const [{ id }] = restored.parse(await tx.$queryRaw`SELECT restore_from_trash(${trashId}::uuid) AS id`);
      if (!id) return stays("already_back");
    } catch (error) {
      // Somebody was quicker between the look and the leap.
      if (
        error instanceof Error &&
        "code" in error &&
        ["P2002", "P2003", "P2010"].includes(String(error.code))
      )
        return failed("conflict");
      throw error;
    }
    await record({ kind: "record.restored", subjectId: row.subjectId, detail: { trashId } });
    if (activityId) return done<Restored>({ outcome: "restored", activityId });
    return done<Restored>({ outcome: "restored", consultationId: parent ?? row.subjectId });
  },
);
