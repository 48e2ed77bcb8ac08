import { openLink } from "@/lib/features/shared-views/open-view";
import { calendarFile, noFile } from "@/lib/features/shared-views/view-files";

type Context = { params: Promise<{ token: string }> };

/** The promised dates of a released view for a calendar, through the same door as its page. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const opened = await openLink((await params).token, "calendar");
  return opened.state === "open" ? calendarFile(opened) : noFile();
}
