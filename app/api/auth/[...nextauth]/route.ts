import NextAuth from "next-auth";
import { authOptions } from "@/lib/features/sign-in/auth-options";
import { finishSignIn } from "@/lib/features/sign-in/finish-sign-in";
import { newSessionToken, withSessionAlone } from "@/lib/features/sign-in/session-cookie";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only what an e-mail link needs: taking the token, and the way back when that fails. */
const OPEN = new Set(["callback/email", "error"]);

export async function GET(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(nextauth.join("/"))) return new Response(null, { status: 404 });
  const shared = new URL(request.url).searchParams.has("shared");
  const response: Response = await NextAuth(authOptions())(request, context);
  const token = newSessionToken(response);
  if (token) await finishSignIn(token, { shared });
  return withSessionAlone(response, { forVisit: shared });
}
