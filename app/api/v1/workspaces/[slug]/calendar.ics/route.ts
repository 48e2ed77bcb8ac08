import { apiRoutes } from "@/lib/access/api";
import { calendarByApi } from "@/lib/features/api/calendar-by-api";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({ GET: calendarByApi });
