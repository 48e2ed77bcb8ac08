import { apiRoutes, type Handler } from "@/lib/access/api";
import { problem } from "@/lib/access/api-problem";

/** Whatever is not an address of the API says so as the API does. */
const nothing: Handler = async () => problem("not_found");

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: nothing,
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
});
