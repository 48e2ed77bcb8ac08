import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { admit, answered, apiKey, failureAnswer, faultAnswer, type Handler } from "@/lib/access/api";
import { readJson } from "@/lib/access/api-json";
import { isIdempotencyKey } from "@/lib/access/api-once";
import { onceForLong } from "@/lib/access/api-once-long";
import { problem } from "@/lib/access/api-problem";
import { fieldErrors } from "@/lib/access/field-errors";
import type { Key } from "@/lib/db/doors";
import { importMappingSchema } from "@/lib/domain/import/mapping";
import { IDENTIFIER_KINDS } from "@/lib/domain/privacy/identifier";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { type ImportAnswer, type ImportRequest, importTable } from "@/lib/features/imports/import-table";
import { BrokenUpload, receiveUpload, type UploadTexts } from "@/lib/features/imports/receive-upload";
import type { Upload } from "@/lib/features/imports/stage-upload";
import { systemClock } from "@/lib/services/clock";

/** Bytes of the mapping of a sheet with very many, very long headers. */
const LONGEST_TEXT = 200_000;

/** What an import answers when it is done. */
export const importAnswer = z.strictObject({
  rows: z.number().int(),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(
    z.strictObject({
      file: z.string().optional().describe("The file of an export; row is the number of its line."),
      row: z.number().int(),
      field: z.string(),
      code: z.string(),
      value: z.string(),
      kind: z.enum(IDENTIFIER_KINDS).optional(),
    }),
  ),
  mapping: z.looseObject({}).optional().describe("How the columns were matched, where no mapping was sent."),
});

const YES_OR_NO: Record<string, boolean> = { true: true, "1": true, false: false, "0": false, "": false };
const KNOWN = ["mapping", "dryRun", "acknowledgeIdentifiers"];

/** What the texts of the form ask for. Errors: `unknown_field`, `wrong_type`, and those of the mapping. */
function readWanted(texts: ReadonlyMap<string, string>): Result<ImportRequest> {
  const unknown = [...texts.keys()].filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0)
    return failed(
      "invalid",
      unknown.map((field) => ({ field: field.toWellFormed().slice(0, 100), code: "unknown_field" })),
    );
  const flag = (name: string) => YES_OR_NO[(texts.get(name) ?? "").trim()];
  const dryRun = flag("dryRun");
  const acknowledgeIdentifiers = flag("acknowledgeIdentifiers");
  if (dryRun === undefined) return refused("dryRun", "wrong_type");
  if (acknowledgeIdentifiers === undefined) return refused("acknowledgeIdentifiers", "wrong_type");
  const text = texts.get("mapping");
  if (text === undefined || text.trim() === "") return done({ dryRun, acknowledgeIdentifiers });
  const read = readJson(text);
  if ("fault" in read) return refused("mapping", read.fault);
  const mapping = importMappingSchema.safeParse(read.value);
  if (mapping.success) return done({ mapping: mapping.data, dryRun, acknowledgeIdentifiers });
  const errors = fieldErrors(mapping.error);
  return failed(
    "invalid",
    errors.map((one) => ({ ...one, field: one.field ? `mapping.${one.field}` : "mapping" })),
  );
}

function hashed({ fileName, bytes }: Upload): {
  upload: Upload;
  print: (texts: UploadTexts) => Promise<string>;
} {
  const hash = createHash("sha256");
  async function* passing() {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    upload: { fileName, bytes: passing() },
    print: async (texts) =>
      createHash("sha256")
        .update(hash.digest())
        .update(JSON.stringify([...(await texts)].sort()))
        .digest("base64url"),
  };
}

async function imported(key: Key, request: Request): Promise<Result<ImportAnswer>> {
  return receiveUpload(
    request,
    async (upload, texts) =>
      upload
        ? importTable(key, upload, async () => readWanted(await texts), systemClock)
        : refused("file", "no_file"),
    LONGEST_TEXT,
  );
}

function answerOf(result: Result<ImportAnswer>): Response {
  if (result.ok) return answered({ status: 200, body: JSON.stringify(result.value) });
  return result.errors.some(({ code }) => code === "file_too_big")
    ? problem("too_large", { errors: result.errors.map(({ field, code }) => ({ field, code })) })
    : failureAnswer(result);
}

/** The same with an Idempotency-Key: the file is compared as it comes in. */
async function importedOnce(key: Key, request: Request, once: string): Promise<Response> {
  const seen = await onceForLong(key, once, "import:write");
  if (!seen.ok) return failureAnswer(seen);
  const state = seen.value;
  if (state.kind === "in_progress") return problem("in_progress", { headers: { "Retry-After": "5" } });
  let fingerprint = "";
  if (state.kind === "answered") {
    fingerprint = await receiveUpload(
      request,
      async (upload, texts) => {
        if (!upload) return "";
        const { upload: passing, print } = hashed(upload);
        for await (const _ of passing.bytes);
        return print(texts);
      },
      LONGEST_TEXT,
    );
    if (fingerprint !== state.fingerprint) return problem("idempotency_key_reused");
    return answered(state.answer, { "Idempotent-Replay": "true" });
  }
  let answer: { status: number; body: string } | null = null;
  try {
    const result = await receiveUpload(
      request,
      async (upload, texts) => {
        if (!upload) return refused("file", "no_file");
        const { upload: passing, print } = hashed(upload);
        return importTable(
          key,
          passing,
          async () => {
            fingerprint = await print(texts);
            return readWanted(await texts);
          },
          systemClock,
        );
      },
      LONGEST_TEXT,
    );
    if (result.ok) answer = { status: 200, body: JSON.stringify(result.value) };
    return answerOf(result);
  } finally {
    await state.finish(fingerprint, answer);
  }
}

/** Imports a sheet for a program and answers when that is done. */
export const importByApi: Handler = async (request, context) => {
  try {
    const { slug } = await context.params;
    const key = apiKey(request, slug);
    if (!key) return problem("unauthorized");
    const turnedAway = await admit(key, "import:write");
    if (turnedAway) return turnedAway;
    // Its many steps are one request.
    const further: Key = key.kind === "token" ? { ...key, counts: false } : key;
    const type = request.headers.get("content-type") ?? "";
    if (!type.toLowerCase().startsWith("multipart/form-data")) return problem("unsupported_media_type");
    const once = request.headers.get("idempotency-key");
    if (once === null) return answerOf(await imported(further, request));
    return isIdempotencyKey(once)
      ? await importedOnce(further, request, once)
      : problem("bad_idempotency_key");
  } catch (error) {
    if (error instanceof BrokenUpload) return problem("malformed_form");
    return faultAnswer(error);
  }
};
