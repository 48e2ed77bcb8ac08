import { isFromOurPages } from "@/lib/access/same-site";
import { chooseLanguage, offeredLocale } from "@/lib/features/language/choose-language";
import { safePath } from "@/lib/features/sign-in/mint-token";

/** The language switch of every page: a plain form, so it works without scripts. Comes back to the page it stood on. */
export async function POST(request: Request): Promise<Response> {
  const locale = offeredLocale((await request.formData()).get("language"));
  if (!locale || !isFromOurPages(request)) return new Response(null, { status: 404 });
  await chooseLanguage(locale);
  return new Response(null, { status: 303, headers: { Location: pageBefore(request) } });
}

/** The path and query of the page the form stood on. */
function pageBefore(request: Request): string {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return safePath(pathname + search);
}
