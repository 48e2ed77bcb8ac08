import type { FileProblem } from "@/lib/domain/attachment";

/** A file that is not kept, and why. The message is for logs; people read the catalogue's words for `code`. */
export class FileFailure extends Error {
  override readonly name = "FileFailure";

  constructor(readonly code: FileProblem) {
    super(code);
  }
}

/** What a library throws at bytes it cannot make sense of becomes `code`; our own reasons stay. */
export async function unless<T>(code: FileProblem, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFailure) throw error;
    throw new FileFailure(code);
  }
}
