import { readActivityAddress } from "@/lib/domain/activity-address";
import { activityList } from "@/lib/features/lists/activity-list";

type Context = { params: Promise<{ workspace: string }> };

/** The list as a file, narrowed like the page it is asked for on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return activityList(workspace, request, readActivityAddress(query));
}
