import { openReleased } from "@/lib/features/shared-views/open-view";
import { noFile, tableFile } from "@/lib/features/shared-views/view-files";

type Context = { params: Promise<{ id: string }> };

/** A view released to whoever is signed in, as a table. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const opened = await openReleased((await params).id, "csv");
  return opened?.state === "open" ? tableFile(opened) : noFile();
}
