"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { acceptReasons } from "./accept-reasons";
import { cancelConsultation } from "./cancel-consultation";
import { type LoggedConsultation, logConsultation } from "./log-consultation";
import { reinstateConsultation } from "./reinstate-consultation";
import { removeConsultation } from "./remove-consultation";
import { reviseConsultation } from "./revise-consultation";
import { withdrawReasons } from "./withdraw-reasons";

function id(values: TypedValues): string {
  return values.id?.[0] ?? "";
}

const AFTER = {
  logged: "?done=logged",
  already: "?done=logged",
  differs: "/edit",
  promise: "/promise",
} as const;

function afterLogging({ id, outcome }: LoggedConsultation): string {
  return `/consultations/${id}${AFTER[outcome]}`;
}

export async function logConsultationAction(formData: FormData): Promise<void> {
  // Begun on one screen: the form has a draft and an address of its own.
  const begun = (values: TypedValues) => values._begun?.[0];
  return workspaceAction(
    logConsultation,
    {
      draft: (values) => (begun(values) ? formKeys.newConsultationOf(id(values)) : formKeys.newConsultation),
      page: (values) => `/consultations/new${begun(values) ? `?begun=${id(values)}` : ""}`,
      goTo: afterLogging,
    },
    formData,
  );
}

/** The same form sent twice meant two consultations: the second one gets the id that was kept for it. */
export async function logAnotherConsultationAction(formData: FormData): Promise<void> {
  const first = String(formData.get("id"));
  formData.set("id", String(formData.get("_sentTwice")));
  formData.delete("version");
  return workspaceAction(
    logConsultation,
    {
      draft: () => formKeys.consultation(first),
      page: () => `/consultations/${first}/edit`,
      goTo: afterLogging,
    },
    formData,
  );
}

export async function reviseConsultationAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseConsultation,
    {
      draft: (values) => formKeys.consultation(id(values)),
      page: (values) => `/consultations/${id(values)}/edit`,
      goTo: (revised) => `/consultations/${revised.id}?done=revised`,
    },
    formData,
  );
}

export async function removeConsultationAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removeConsultation,
    ({ trashId }) => `/consultations?done=removed&undo=${trashId}`,
    formData,
  );
}

export async function acceptReasonsAction(formData: FormData): Promise<void> {
  return workspaceAction(
    acceptReasons,
    {
      draft: (values) => formKeys.reasons(id(values)),
      page: (values) => `/consultations/${id(values)}/reasons`,
      goTo: (accepted) => `/consultations/${accepted.id}?done=reasons_accepted`,
    },
    formData,
  );
}

export async function withdrawReasonsAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    withdrawReasons,
    (withdrawn) => `/consultations/${withdrawn.id}?done=reasons_withdrawn`,
    formData,
  );
}

export async function cancelConsultationAction(formData: FormData): Promise<void> {
  return workspaceAction(
    cancelConsultation,
    {
      draft: (values) => formKeys.cancel(id(values)),
      page: (values) => `/consultations/${id(values)}/cancel`,
      goTo: (cancelled) => `/consultations/${cancelled.id}?done=cancelled`,
    },
    formData,
  );
}

export async function reinstateConsultationAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    reinstateConsultation,
    (reinstated) => `/consultations/${reinstated.id}?done=reinstated`,
    formData,
  );
}
