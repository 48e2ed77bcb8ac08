import { isFromOurPages } from "@/lib/access/same-site";
import { signOut } from "@/lib/features/sign-in/sign-out";

type Context = { params: Promise<{ token: string }> };

/** Ends the session of somebody who was not invited, and shows the invitation again. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request)) return new Response(null, { status: 404 });
  const { token } = await params;
  await signOut();
  return new Response(null, {
    status: 303,
    headers: {
      Location: `/invitation/${encodeURIComponent(token)}`,
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
}
