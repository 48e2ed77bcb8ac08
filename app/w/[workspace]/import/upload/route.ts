import { signInPath } from "@/lib/access/pages";
import { settings } from "@/lib/env";
import { uploadSpreadsheet } from "@/lib/features/imports/upload-spreadsheet";

type Context = { params: Promise<{ workspace: string }> };

// The proxy leaves this address alone, so that it does not cut large files: its headers are set here.
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

/** Takes a file from the import page's form and leads to its columns, or back to the form with what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!fromOurPages(request)) return new Response(null, { status: 403, headers: HEADERS });
  const { workspace } = await params;
  const page = `/w/${encodeURIComponent(workspace)}/import`;
  const result = await uploadSpreadsheet(workspace, request);
  if (result.ok) return goTo(`${page}/${result.value.id}`);
  if (result.code === "signed_out") return goTo(signInPath(page));
  // The page itself says why.
  if (result.code === "read_only") return goTo(page);
  const [error] = result.errors;
  if (!error) return new Response(null, { status: 404, headers: HEADERS });
  const query = new URLSearchParams({ problem: error.code });
  if (error.params?.row) query.set("row", String(error.params.row));
  // Which kinds, never the name itself.
  if (Array.isArray(error.params?.kinds)) query.set("kinds", error.params.kinds.join(" "));
  return goTo(`${page}?${query}#error-summary`);
}

/** Somebody came here by hand, or came back after signing in. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return goTo(`/w/${encodeURIComponent((await params).workspace)}/import`);
}
