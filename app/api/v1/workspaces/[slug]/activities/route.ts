import { apiRoute, apiRoutes } from "@/lib/access/api";
import { createActivityOperation, listActivitiesOperation } from "@/lib/features/api/operations/activities";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: apiRoute(listActivitiesOperation),
  POST: apiRoute(createActivityOperation),
});
