import { openReleased } from "@/lib/features/shared-views/open-view";
import { calendarFile, noFile } from "@/lib/features/shared-views/view-files";

type Context = { params: Promise<{ id: string }> };

/** The promised dates of a view released to whoever is signed in, for a calendar. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const opened = await openReleased((await params).id, "calendar");
  return opened?.state === "open" ? calendarFile(opened) : noFile();
}
