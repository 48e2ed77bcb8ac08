import NextAuth from "next-auth";
import { authOptions } from "@/lib/features/sign-in/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only what an e-mail link needs: taking the token, and the way back when that fails. */
const OPEN = new Set(["callback/email", "error"]);

export async function GET(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(nextauth.join("/"))) return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request, context);
}
