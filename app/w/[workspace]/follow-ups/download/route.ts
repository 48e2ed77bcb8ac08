import { readOwedAddress } from "@/lib/domain/owed";
import { owedList } from "@/lib/features/lists/owed-list";

type Context = { params: Promise<{ workspace: string }> };

/** The list as a file, narrowed like the page it is asked for on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return owedList(workspace, request, readOwedAddress(query));
}
