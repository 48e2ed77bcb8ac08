import { readOrder } from "@/lib/domain/measures";
import { bodyList } from "@/lib/features/lists/body-list";

type Context = { params: Promise<{ workspace: string }> };

/** The list as a file, narrowed like the page it is asked for on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return bodyList(workspace, request, readOrder(query.order));
}
