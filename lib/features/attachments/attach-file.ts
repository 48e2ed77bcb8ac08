import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import {
  ATTACHED_TO,
  ATTACHMENT_LIMITS,
  ATTACHMENT_TYPES,
  type AttachedTo,
  type AttachmentFormat,
} from "@/lib/domain/attachment";
import { choice, recordId, text, wholeNumber } from "@/lib/domain/fields";
import { notWords } from "@/lib/domain/privacy/free-text";
import { done, failed, refused } from "@/lib/domain/result";
import { readRoom } from "./check-room";

const FORMATS = Object.keys(ATTACHMENT_TYPES) as [AttachmentFormat, ...AttachmentFormat[]];

const schema = z.strictObject({
  id: recordId,
  /** What it belongs to. */
  to: choice(ATTACHED_TO),
  recordId,
  name: text(200),
  fileId: recordId,
  format: notWords(choice(FORMATS), "a key of ours"),
  bytes: wholeNumber(1, ATTACHMENT_LIMITS.file),
});

/** Columns that say what a file belongs to. */
export const SUBJECT_COLUMN = {
  consultation: "consultationId",
  response: "responseId",
  follow_up: "followUpId",
} as const;

async function isThere(tx: Tx, member: Member, to: AttachedTo, id: string): Promise<boolean> {
  const one = { where: { workspaceId_id: { workspaceId: member.workspace.id, id } }, select: { id: true } };
  const found =
    to === "consultation"
      ? await tx.consultation.findUnique(one)
      : to === "response"
        ? await tx.bodyResponse.findUnique(one)
        : await tx.followUp.findUnique(one);
  return found !== null;
}

/** `kept`: whether the bytes are this attachment's now; where the same form was sent twice, the first ones are. */
export type Attached = { id: string; kept: boolean };

/**
 * Attaches a file whose bytes are stored already. The same form sent twice attaches one file; sent again with another
 * file, that one is attached as well: nothing is lost by going back in the browser.
 * @returns `no_room` and `too_many_files` on the field `file`
 */
export const attachFile = defineUseCase(
  { permission: "record:write", audit: ["attachment.attached"], schema },
  async ({ tx, member, now, record, nothingChanged }, { id, to, recordId: subject, ...file }) => {
    const workspaceId = member.workspace.id;
    if (!(await isThere(tx, member, to, subject))) return failed("not_found");
    const room = await readRoom(tx);
    const column = SUBJECT_COLUMN[to];
    const earlier = await tx.attachment.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    const same =
      earlier?.createdBy === member.userId &&
      earlier[column] === subject &&
      earlier.name === file.name &&
      earlier.format === file.format &&
      earlier.bytes === file.bytes;
    if (same) {
      nothingChanged();
      return done<Attached>({ id, kept: false });
    }
    if (file.bytes > room) return refused("file", "no_room");
    const there = await tx.attachment.count({ where: { workspaceId, [column]: subject } });
    if (there >= ATTACHMENT_LIMITS.perRecord) return refused("file", "too_many_files");
    const own = earlier ? randomUUID() : id;
    await tx.attachment.create({
      data: { workspaceId, id: own, [column]: subject, ...file, createdAt: now, createdBy: member.userId },
    });
    await record({ kind: "attachment.attached", subjectId: own, detail: { to, format: file.format } });
    return done<Attached>({ id: own, kept: true });
  },
);
