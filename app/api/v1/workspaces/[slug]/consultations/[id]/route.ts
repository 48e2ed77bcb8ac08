import { apiRoute, apiRoutes } from "@/lib/access/api";
import {
  deleteConsultationOperation,
  getConsultationOperation,
  patchConsultationOperation,
} from "@/lib/features/api/operations/consultations";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: apiRoute(getConsultationOperation),
  PATCH: apiRoute(patchConsultationOperation),
  DELETE: apiRoute(deleteConsultationOperation),
});
