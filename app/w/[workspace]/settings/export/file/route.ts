import { signInPath } from "@/lib/access/pages";
import { isFromOurPages } from "@/lib/access/same-site";
import { sessionKey } from "@/lib/access/session";
import { exportAnswer } from "@/lib/features/export/export-answer";
import { takeEverythingOut } from "@/lib/features/export/take-everything-out";
import { systemClock } from "@/lib/services/clock";

type Context = { params: Promise<{ workspace: string }> };

const goTo = (path: string) => new Response(null, { status: 303, headers: { Location: path } });

/** Everything, for an owner who asks for it on the page of settings. A POST: it is written down who did. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request)) return new Response(null, { status: 403 });
  const { workspace } = await params;
  const page = `/w/${encodeURIComponent(workspace)}/settings/export`;
  const result = await takeEverythingOut(await sessionKey(workspace), systemClock);
  if (result.ok) return exportAnswer(result.value);
  if (result.code === "signed_out") return goTo(signInPath(page));
  // The page says what there is to say, or that it is not there.
  return goTo(result.code === "too_many_requests" ? `${page}?wait=1` : page);
}

/** Somebody came here by hand, or came back after signing in. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return goTo(`/w/${encodeURIComponent((await params).workspace)}/settings/export`);
}
