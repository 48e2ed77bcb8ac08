import { apiRoutes } from "@/lib/access/api";
import { API_HEADERS } from "@/lib/access/api-problem";
import { openApi } from "@/lib/features/api/open-api";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: async () => Response.json(openApi(), { headers: API_HEADERS }),
});
