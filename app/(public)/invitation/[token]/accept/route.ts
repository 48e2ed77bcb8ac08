import { getLocale } from "next-intl/server";
import { isFromOurPages } from "@/lib/access/same-site";
import { takeInvitation } from "@/lib/features/invitations/take-invitation";
import { systemClock } from "@/lib/services/clock";

type Context = { params: Promise<{ token: string }> };

/** Says yes to an invitation. Not a server action: the next page must be a whole new one, in its reader's language. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request)) return new Response(null, { status: 404 });
  const { token } = await params;
  const form = await request.formData();
  const name = form.get("name");
  const goTo = await takeInvitation(
    token,
    { name: typeof name === "string" ? name : "", shared: form.has("shared"), spoken: await getLocale() },
    systemClock(),
  );
  return new Response(null, {
    status: 303,
    headers: { Location: goTo ?? `/invitation/${encodeURIComponent(token)}` },
  });
}
