import "server-only";
import type { Described } from "@/lib/access/api";
import { createActivityOperation, listActivitiesOperation } from "./activities";
import { calendarOperation } from "./calendar";
import {
  deleteConsultationOperation,
  getConsultationOperation,
  listConsultationsOperation,
  patchConsultationOperation,
  writeConsultationOperation,
} from "./consultations";
import { exportOperation } from "./exports";
import { importOperation } from "./imports";
import {
  createExtensionOperation,
  createFollowUpOperation,
  createResponseOperation,
  patchFollowUpOperation,
} from "./what-followed";
import { getSummaryOperation, getWorkspaceOperation, patchWorkspaceOperation } from "./workspace";

/** Every call of the API, in the order it is described. */
export const OPERATIONS: readonly Described[] = [
  getWorkspaceOperation,
  patchWorkspaceOperation,
  getSummaryOperation,
  listConsultationsOperation,
  writeConsultationOperation,
  getConsultationOperation,
  patchConsultationOperation,
  deleteConsultationOperation,
  createResponseOperation,
  createFollowUpOperation,
  createExtensionOperation,
  patchFollowUpOperation,
  listActivitiesOperation,
  createActivityOperation,
  importOperation,
  exportOperation,
  calendarOperation,
];
