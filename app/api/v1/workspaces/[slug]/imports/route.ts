import { apiRoutes } from "@/lib/access/api";
import { importByApi } from "@/lib/features/api/import-by-api";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({ POST: importByApi });
