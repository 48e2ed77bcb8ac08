import { problem } from "@/lib/access/api-problem";

/** Whatever is not an address of the API says so as the API does. */
async function nothing(): Promise<Response> {
  return problem("not_found");
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
