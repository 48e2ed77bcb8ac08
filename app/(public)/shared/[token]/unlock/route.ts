import { isFromOurPages } from "@/lib/access/same-site";
import { unlockView } from "@/lib/features/shared-views/unlock-view";

type Context = { params: Promise<{ token: string }> };

/** The passphrase form of a view: a plain form, so it works without scripts. Comes back to the view. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request)) return new Response(null, { status: 404 });
  const { token } = await params;
  const path = await unlockView(token, (await request.formData()).get("passphrase"));
  return new Response(null, { status: 303, headers: { Location: path } });
}
