import { apiRoute, apiRoutes } from "@/lib/access/api";
import { createExtensionOperation } from "@/lib/features/api/operations/what-followed";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  POST: apiRoute(createExtensionOperation),
});
