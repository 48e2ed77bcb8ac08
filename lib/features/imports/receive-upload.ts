import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { cleanLine } from "@/lib/domain/import/text";
import type { Upload } from "./stage-upload";

/** Bytes of a request that are still read, and forgotten, so that the browser gets to see our answer. */
const READ_TO_THE_END = 250 * 1024 * 1024;

/** The form did not arrive whole, or is no form. */
export class BrokenUpload extends Error {
  override readonly name = "BrokenUpload";
}

/** The form's texts: known when all of it has come in, which is after its file was read. */
export type UploadTexts = Promise<ReadonlyMap<string, string>>;

/**
 * Takes the file out of a form as it streams in; it is never held as a whole.
 * @param work gets the first file's name and bytes, or null when no file was chosen, and the form's texts, each of at
 * most `longest` bytes; its answer is handed on
 * @throws BrokenUpload
 */
export async function receiveUpload<T>(
  request: Request,
  work: (upload: Upload | null, texts: UploadTexts) => Promise<T>,
  longest = 2000,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data") || !request.body)
    throw new BrokenUpload("no form");
  const form = parserFor(type, longest);
  const typed = new Map<string, string>();
  form.on("field", (name: string, value: string, _cutName: boolean, cut: boolean) => {
    if (cut) form.destroy(new BrokenUpload("too long"));
    typed.set(name, value);
  });
  let whole = (_: ReadonlyMap<string, string>) => {};
  let broken = (_: unknown) => {};
  const texts: UploadTexts = new Promise((resolve, reject) => {
    whole = resolve;
    broken = reject;
  });
  texts.catch(() => undefined);
  let answer: Promise<T> | undefined;
  let file: Readable | undefined;
  form.on("file", (_field: string, stream: Readable, name: string | undefined) => {
    if (answer || !name) {
      stream.resume();
      return;
    }
    file = stream;
    const bytes: AsyncIterable<Uint8Array> = stream.iterator({ destroyOnReturn: false });
    answer = work({ fileName: cleanLine(name).slice(-200), bytes }, texts).finally(() => stream.resume());
    // Awaited below; until then a failure must not count as unhandled.
    answer.catch(() => undefined);
  });
  try {
    await pipeline(Readable.fromWeb(webStream(request.body)), counted, form);
  } catch (error) {
    const cutOff = new BrokenUpload("cut off", { cause: error });
    file?.destroy(cutOff);
    broken(cutOff);
    await answer?.catch(() => undefined);
    throw cutOff;
  }
  whole(typed);
  return answer ?? work(null, texts);
}

function parserFor(type: string, longest: number): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { fields: 20, fieldSize: longest, parts: 25 },
    });
  } catch (error) {
    throw new BrokenUpload("no form", { cause: error });
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > READ_TO_THE_END) throw new BrokenUpload("too long");
    yield chunk;
  }
}

/** Node's own type of the very same stream. */
function webStream(body: NonNullable<Request["body"]>): ReadableStream<Uint8Array> {
  return body as ReadableStream<Uint8Array>;
}
