import { goTo, refuse } from "@/lib/access/bare-route";
import { signInPath } from "@/lib/access/pages";
import { isSurelyFromOurPages } from "@/lib/access/same-site";
import { uploadSpreadsheet } from "@/lib/features/imports/upload-spreadsheet";

type Context = { params: Promise<{ workspace: string }> };

/** Takes a file from the import page's form and leads to its columns, or back to the form with what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSurelyFromOurPages(request)) return refuse(403);
  const { workspace } = await params;
  const page = `/w/${encodeURIComponent(workspace)}/import`;
  const result = await uploadSpreadsheet(workspace, request);
  if (result.ok) return goTo(`${page}/${result.value.id}`);
  if (result.code === "signed_out") return goTo(signInPath(page));
  // The page itself says why.
  if (result.code === "read_only") return goTo(page);
  const [error] = result.errors;
  if (!error) return refuse(404);
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
