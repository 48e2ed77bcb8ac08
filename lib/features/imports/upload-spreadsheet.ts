import "server-only";
import { sessionKey } from "@/lib/access/session";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { type Result, refused } from "@/lib/domain/result";
import { systemClock } from "@/lib/services/clock";
import { BrokenUpload, receiveUpload } from "./receive-upload";
import { stageUpload } from "./stage-upload";

/**
 * Takes a spreadsheet, or an export of ours, from a form of whoever is signed in.
 * @returns the import's id; or why not, on the field `file`: `no_file`, `upload_broken`, and the codes of `stageUpload`
 */
export async function uploadSpreadsheet(slug: string, request: Request): Promise<Result<{ id: string }>> {
  const key = await sessionKey(slug);
  try {
    return await receiveUpload(request, async (upload, texts) =>
      upload
        ? await stageUpload(key, upload, systemClock(), async () => (await texts).get(ACKNOWLEDGE_FIELD))
        : refused("file", "no_file"),
    );
  } catch (error) {
    if (error instanceof BrokenUpload) return refused("file", "upload_broken");
    throw error;
  }
}
