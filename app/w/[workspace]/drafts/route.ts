import { isSurelyFromOurPages } from "@/lib/access/same-site";
import { keepTyped } from "@/lib/features/drafts/keep-typed";

/** Bytes. A draft holds at most 200,000 characters. */
const LARGEST = 1_000_000;

/** Keeps what is being typed into a form: 204 when kept, 403 when nobody is known by that session. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  // A draft is shown to its writer as their own words.
  if (!isSurelyFromOurPages(request)) return new Response(null, { status: 403, headers });
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST)
    return new Response(null, { status: 413, headers });
  const { workspace } = await params;
  let typed: FormData;
  try {
    typed = await request.formData();
  } catch {
    return new Response(null, { status: 400, headers });
  }
  const kept = await keepTyped(workspace, typed);
  return new Response(null, { status: kept ? 204 : 403, headers });
}
