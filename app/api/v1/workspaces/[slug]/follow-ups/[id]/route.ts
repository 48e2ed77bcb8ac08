import { apiRoute, apiRoutes } from "@/lib/access/api";
import { patchFollowUpOperation } from "@/lib/features/api/operations/what-followed";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  PATCH: apiRoute(patchFollowUpOperation),
});
