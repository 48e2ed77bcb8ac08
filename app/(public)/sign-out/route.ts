import { isFromOurPages } from "@/lib/access/same-site";
import { signOut, signOutEverywhere } from "@/lib/features/sign-in/sign-out";

/**
 * Ends the session, or with `everywhere` every session of the person. A plain form and a whole new page: what the
 * pages before held in the browser's memory goes with them.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request)) return new Response(null, { status: 404 });
  const everywhere = (await request.formData()).has("everywhere");
  await (everywhere ? signOutEverywhere() : signOut());
  return new Response(null, {
    status: 303,
    headers: {
      Location: `/?signed-out=${everywhere ? "everywhere" : "here"}`,
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
}
