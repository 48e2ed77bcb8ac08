import { signInPath } from "@/lib/access/pages";
import { settings } from "@/lib/env";
import { uploadAttachment } from "@/lib/features/attachments/upload-attachment";

type Context = { params: Promise<{ workspace: string }> };

// The proxy leaves this address alone, so that it does not cut files: its headers are set here.
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** A session's cookie comes along from any page of ours; a form on somebody else's page must not use it. */
function fromOurPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  return request.headers.get("origin") === settings().appUrl;
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { ...HEADERS, Location: path } });
}

/** Takes a file from the form of a record and leads to the record, or back to the form with what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!fromOurPages(request)) return new Response(null, { status: 403, headers: HEADERS });
  const home = `/w/${encodeURIComponent((await params).workspace)}`;
  const { place, result } = await uploadAttachment((await params).workspace, request);
  const record = place && `${home}/${place.room}/${place.id}`;
  if (result.ok && record) return goTo(`${record}?done=file_added`);
  if (!result.ok && result.code === "signed_out")
    return goTo(signInPath(record ? `${record}/files/new` : home));
  if (!record || (!result.ok && (result.code === "not_found" || result.code === "forbidden")))
    return new Response(null, { status: 404, headers: HEADERS });
  return goTo(`${record}/files/new#error-summary`);
}

/** Somebody came here by hand, or came back after signing in. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return goTo(`/w/${encodeURIComponent((await params).workspace)}/consultations`);
}
