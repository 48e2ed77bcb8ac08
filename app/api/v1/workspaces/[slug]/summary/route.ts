import { apiRoute, apiRoutes } from "@/lib/access/api";
import { getSummaryOperation } from "@/lib/features/api/operations/workspace";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: apiRoute(getSummaryOperation),
});
