import { signInForDemo } from "@/lib/features/sign-in/sign-in-for-demo";

type Context = { params: Promise<{ person: string }> };

/** The demo buttons: signs in as one of the demo people. Not there unless demo mode is on. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const location = await signInForDemo((await context.params).person, request.headers.get("origin"));
  return location
    ? new Response(null, { status: 303, headers: { Location: location } })
    : new Response(null, { status: 404 });
}
