import { sessionKey } from "@/lib/access/session";
import { readSearch } from "@/lib/domain/public-body";
import { searchBodies } from "@/lib/features/public-bodies/search-bodies";
import { systemClock } from "@/lib/services/clock";

type Context = { params: Promise<{ workspace: string }> };

/** What the field "Who asked?" suggests while somebody types: the same search as the page above, as JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  const q = readSearch(new URL(request.url).searchParams.get("q"));
  const found = await searchBodies.run(await sessionKey(workspace), { q }, systemClock());
  const headers = { "Cache-Control": "no-store" };
  if (!found.ok) return Response.json([], { status: 404, headers });
  const suggestions = found.value.value.map(({ id, name, kind, nation }) => ({
    name,
    kind,
    nation,
    own: id !== null,
  }));
  return Response.json(suggestions, { headers });
}
