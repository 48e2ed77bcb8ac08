import { isFromOurPages } from "@/lib/access/same-site";
import { keepForLongForm } from "@/lib/features/quick-log/keep-for-long-form";

type Context = { params: Promise<{ workspace: string }> };

/** The one screen's second button: what was typed is kept, and the long form opens with it. Works without scripts. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!isFromOurPages(request)) return new Response(null, { status: 403, headers });
  const { workspace } = await params;
  const path = await keepForLongForm(workspace, await request.formData());
  if (!path) return new Response(null, { status: 404, headers });
  const Location = `/w/${encodeURIComponent(workspace)}${path}`;
  return new Response(null, { status: 303, headers: { ...headers, Location } });
}
