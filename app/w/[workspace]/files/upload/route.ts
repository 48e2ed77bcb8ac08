import { goTo, refuse } from "@/lib/access/bare-route";
import { signInPath } from "@/lib/access/pages";
import { isSurelyFromOurPages } from "@/lib/access/same-site";
import { uploadAttachment } from "@/lib/features/attachments/upload-attachment";

type Context = { params: Promise<{ workspace: string }> };

/** Takes a file from the form of a record and leads to the record, or back to the form with what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSurelyFromOurPages(request)) return refuse(403);
  const home = `/w/${encodeURIComponent((await params).workspace)}`;
  const { place, result } = await uploadAttachment((await params).workspace, request);
  const record = place && `${home}/${place.room}/${place.id}`;
  if (result.ok && record) return goTo(`${record}?done=file_added`);
  if (!result.ok && result.code === "signed_out")
    return goTo(signInPath(record ? `${record}/files/new` : home));
  if (!record || (!result.ok && (result.code === "not_found" || result.code === "forbidden")))
    return refuse(404);
  return goTo(`${record}/files/new#error-summary`);
}

/** Somebody came here by hand, or came back after signing in. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return goTo(`/w/${encodeURIComponent((await params).workspace)}/consultations`);
}
