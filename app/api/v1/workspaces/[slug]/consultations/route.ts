import { apiRoute, apiRoutes } from "@/lib/access/api";
import {
  listConsultationsOperation,
  writeConsultationOperation,
} from "@/lib/features/api/operations/consultations";

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes({
  GET: apiRoute(listConsultationsOperation),
  POST: apiRoute(writeConsultationOperation),
});
