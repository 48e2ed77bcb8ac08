import { apiRoutes } from "@/lib/access/api";
import { exportByApi } from "@/lib/features/api/export-by-api";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({ GET: exportByApi });
