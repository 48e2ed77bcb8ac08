import "server-only";
import { readJson } from "./api-json";
import type { ProblemCode } from "./api-problem";

/** Bytes of a JSON body: every field at its longest fits. */
export const JSON_LIMIT = 1_000_000;

type Fault = { fault: ProblemCode };

/** The bytes of a body of at most `limit`, or null when there are more; the rest is not read. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    total += value.length;
    if (total > limit) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
}

function isJson(type: string): boolean {
  const [name = "", ...parameters] = type.toLowerCase().split(";");
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith("charset="));
  const utf8 = !charset || /^charset="?utf-?8"?$/.test(charset);
  return utf8 && /^application\/(?:[\w.+-]+\+)?json$/.test(name.trim());
}

/** Reads a JSON body: its value, or what is wrong with it as a whole. A byte-order mark is passed over. */
export async function readJsonBody(request: Request): Promise<{ value: unknown } | Fault> {
  if (!isJson(request.headers.get("content-type") ?? "")) return { fault: "unsupported_media_type" };
  let bytes: Uint8Array | null;
  try {
    bytes = await readBytes(request, JSON_LIMIT);
  } catch {
    return { fault: "malformed_json" };
  }
  if (!bytes) return { fault: "too_large" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { fault: "not_utf8" };
  }
  return readJson(text);
}
