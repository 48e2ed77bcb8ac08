import { apiRoute, apiRoutes } from "@/lib/access/api";
import { getWorkspaceOperation, patchWorkspaceOperation } from "@/lib/features/api/operations/workspace";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: apiRoute(getWorkspaceOperation),
  PATCH: apiRoute(patchWorkspaceOperation),
});
