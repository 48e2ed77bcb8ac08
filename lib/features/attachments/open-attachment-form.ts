import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import type { AttachmentChoice } from "@/lib/domain/attachment-choice";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";

/** The form that attaches a file to a consultation, to one of its answers or to one of its follow-ups. */
export const openAttachmentForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ consultationId: recordId }) },
  async ({ tx, member }, { consultationId }) => {
    const row = await tx.consultation.findUnique({
      where: { workspaceId_id: { workspaceId: member.workspace.id, id: consultationId } },
      select: {
        title: true,
        responses: {
          select: { id: true, kind: true, receivedOn: true },
          orderBy: [{ receivedOn: "desc" }, { id: "asc" }],
        },
        followUps: { select: { id: true, title: true }, orderBy: [{ madeOn: "desc" }, { id: "asc" }] },
      },
    });
    if (!row) return failed("not_found");
    const choices: AttachmentChoice[] = [
      { to: "consultation", id: consultationId },
      ...row.responses.map(({ id, kind, receivedOn }) => ({
        to: "response" as const,
        ...{ id, kind, on: fromDb(receivedOn) },
      })),
      ...row.followUps.map((one) => ({ to: "follow_up" as const, ...one })),
    ];
    const form = formKeys.newFile(consultationId);
    const draft = await findDraft(tx, member, form);
    return done({
      title: row.title,
      choices,
      view: formView({ form, fresh: { id: [randomUUID()] }, draft }),
    });
  },
);

/** The same for the follow-ups of an activity. "not_found" where nothing was promised at it. */
export const openActivityFileForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ activityId: recordId }) },
  async ({ tx, member }, { activityId }) => {
    const row = await tx.activity.findUnique({
      where: { workspaceId_id: { workspaceId: member.workspace.id, id: activityId } },
      select: {
        title: true,
        followUps: { select: { id: true, title: true }, orderBy: [{ madeOn: "desc" }, { id: "asc" }] },
      },
    });
    if (!row || row.followUps.length === 0) return failed("not_found");
    const choices: AttachmentChoice[] = row.followUps.map((one) => ({ to: "follow_up", ...one }));
    const form = formKeys.newFile(activityId);
    const draft = await findDraft(tx, member, form);
    return done({
      title: row.title,
      choices,
      view: formView({ form, fresh: { id: [randomUUID()] }, draft }),
    });
  },
);
