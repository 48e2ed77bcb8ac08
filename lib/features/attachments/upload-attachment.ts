import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { TypedValues } from "@/lib/access/form-data";
import { sessionKey } from "@/lib/access/session";
import { type Key, keepDraft } from "@/lib/db/doors";
import { ATTACHMENT_LIMITS, attachmentName } from "@/lib/domain/attachment";
import { DRAFT_LIMIT, type DraftPayload } from "@/lib/domain/draft";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { done, type Failure, failed, type Result, refused } from "@/lib/domain/result";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { BrokenUpload, receiveUpload, type UploadTexts } from "@/lib/features/imports/receive-upload";
import type { Upload } from "@/lib/features/imports/stage-upload";
import { type CleanFile, cleanFile } from "@/lib/services/clean-file/clean-file";
import { FileFailure } from "@/lib/services/clean-file/failure";
import { systemClock } from "@/lib/services/clock";
import { attachFile } from "./attach-file";
import { checkRoom } from "./check-room";
import { fileStore } from "./open-attachment";

/** Where a form came from: the page it stands on, and the record that page is of. */
export type FormPlace = { room: "consultations" | "activities"; id: string };

/** What became of a form; `place` is null when it does not say where it came from. */
export type Uploaded = { place: FormPlace | null; result: Result<unknown> };

/** Called as a photo is by every phone: a name to begin with, where nothing better is known. */
const NAMELESS = "file";

const carried = z.object({ room: z.enum(["consultations", "activities"]), of: z.uuid() });

function placeIn(values: TypedValues): FormPlace | null {
  const read = carried.safeParse({ room: values._room?.[0], of: values._of?.[0] });
  return read.success ? { room: read.data.room, id: read.data.of } : null;
}

async function valuesOf(texts: UploadTexts): Promise<TypedValues> {
  return Object.fromEntries([...(await texts)].map(([name, value]) => [name, [value]]));
}

/**
 * The bytes of a file in memory; null when there are more than `most`. It is read to its end all the same, and
 * forgotten: what else the form says comes after it.
 */
async function collect(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    if (total <= most) pieces.push(piece);
    else pieces.length = 0;
  }
  return total <= most ? Buffer.concat(pieces) : null;
}

async function cleaned(bytes: Buffer | null): Promise<Result<CleanFile>> {
  if (bytes === null) return refused("file", "attachment_too_big");
  try {
    return done(await cleanFile(bytes));
  } catch (error) {
    if (error instanceof FileFailure) return refused("file", error.code);
    throw error;
  }
}

/** Stores the bytes, then attaches them; what was not attached does not stay. */
async function keep(key: Key, values: TypedValues, name: string, file: CleanFile, now: Date, form: string) {
  const checked = await checkRoom.run(key, {}, now);
  if (!checked.ok) return checked;
  const { value, member } = checked.value;
  if (file.bytes.length > value.room) return refused("file", "no_room");
  const place = { workspaceId: member.workspace.id, fileId: randomUUID() };
  await fileStore().write(place, file.bytes);
  const [to, recordId] = values.about?.[0]?.split(" ") ?? [];
  const acknowledged = values[ACKNOWLEDGE_FIELD]?.[0];
  const input = {
    ...{ id: values.id?.[0], to, recordId, name, fileId: place.fileId },
    ...{ format: file.format, bytes: String(file.bytes.length) },
    ...(acknowledged && { [ACKNOWLEDGE_FIELD]: acknowledged }),
  };
  const attached = await attachFile.run(key, input, now, { form });
  const kept = attached.ok && attached.value.value.kept;
  // Should this fail, or the server stop before it, the sweep finds the bytes. The same holds where it is not known
  // whether the row was written.
  if (!kept)
    await fileStore()
      .remove(place)
      .catch(() => undefined);
  return attached;
}

async function take(key: Key, upload: Upload | null, texts: UploadTexts, now: Date): Promise<Uploaded> {
  const allowed = await checkRoom.run(key, {}, now);
  const bytes = upload && (await collect(upload.bytes, allowed.ok ? ATTACHMENT_LIMITS.file : 0));
  const values = await valuesOf(texts);
  const place = placeIn(values);
  const form = place ? formKeys.newFile(place.id) : "";
  if (!place) return { place, result: failed("not_found") };
  let result: Result<unknown> = allowed;
  if (allowed.ok && !upload) result = refused("file", "no_file");
  let typed = values.name;
  if (allowed.ok && upload) {
    const file = await cleaned(bytes);
    result = file;
    if (file.ok) {
      const said = values.name?.[0]?.trim() || upload.fileName;
      const name = attachmentName(said, file.value.format, NAMELESS);
      result = await keep(key, values, name, file.value, now, form);
      // Removed meanwhile: the form can still be about something else.
      if (!result.ok && result.code === "not_found") result = refused("about", "unknown_choice");
      // A name that has to be looked at is there to be changed, whoever gave it.
      if (!result.ok && result.errors.some(({ field }) => field === "name")) typed = [name];
    }
  }
  if (!result.ok) await remember(key, form, { ...values, ...(typed && { name: typed }) }, result);
  return { place, result };
}

/** What was typed is there again on the form's page, with what is wrong. The file itself has to be chosen again. */
async function remember(
  key: Key,
  form: string,
  values: TypedValues,
  { code, errors }: Failure,
): Promise<void> {
  if (key.kind !== "session" || code === "not_found" || code === "forbidden") return;
  const { _room, _of, ...fields } = values;
  const payload: DraftPayload = {
    values: fields,
    errors: code === "read_only" ? [{ field: "", code }] : errors,
    code: code === "signed_out" ? null : code,
  };
  if (JSON.stringify(payload).length > DRAFT_LIMIT) return;
  await keepDraft(key.sessionHash, key.slug, form, payload);
}

/** Takes a file from a form of whoever is signed in, cleans it, stores it and attaches it. */
export async function uploadAttachment(slug: string, request: Request): Promise<Uploaded> {
  const key = await sessionKey(slug);
  try {
    return await receiveUpload(request, (upload, texts) => take(key, upload, texts, systemClock()));
  } catch (error) {
    // The connection broke: there is nobody to tell.
    if (error instanceof BrokenUpload) return { place: null, result: refused("file", "upload_broken") };
    throw error;
  }
}
