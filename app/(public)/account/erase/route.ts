import { findPerson } from "@/lib/access/person";
import { isFromOurPages } from "@/lib/access/same-site";
import { erasePerson } from "@/lib/features/members/own-account";
import { signOut } from "@/lib/features/sign-in/sign-out";

/** Back to the form, with why nothing was erased. */
function notDone(problem: string): Response {
  return new Response(null, { status: 303, headers: { Location: `/account/delete?problem=${problem}` } });
}

/**
 * Erases whoever is signed in, once they wrote their own address to confirm it. A plain form and a whole new page: what
 * the pages before held in the browser's memory goes too.
 */
export async function POST(request: Request): Promise<Response> {
  const person = isFromOurPages(request) ? await findPerson() : null;
  if (!person) return new Response(null, { status: 404 });
  const typed = String((await request.formData()).get("confirm") ?? "");
  if (typed.trim().toLowerCase() !== person.email) return notDone("not_your_address");
  const outcome = await erasePerson(person.id);
  if (outcome === "last_owner" || outcome === "last_admin") return notDone(outcome);
  await signOut();
  return new Response(null, {
    status: 303,
    headers: { Location: "/?signed-out=deleted", "Clear-Site-Data": '"cache", "storage"' },
  });
}
