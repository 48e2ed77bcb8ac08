import { openLink } from "@/lib/features/shared-views/open-view";
import { noFile, tableFile } from "@/lib/features/shared-views/view-files";

type Context = { params: Promise<{ token: string }> };

/** A released view as a table, through the same door as its page. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const opened = await openLink((await params).token, "csv");
  return opened.state === "open" ? tableFile(opened) : noFile();
}
