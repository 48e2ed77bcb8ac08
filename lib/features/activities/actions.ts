"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { logActivity } from "./log-activity";
import { recordPromise } from "./record-promise";
import { removeActivity } from "./remove-activity";
import { removePromise } from "./remove-promise";
import { reviseActivity } from "./revise-activity";
import { revisePromise } from "./revise-promise";

function first(values: TypedValues, name: string): string {
  return values[name]?.[0] ?? "";
}

export async function logActivityAction(formData: FormData): Promise<void> {
  return workspaceAction(
    logActivity,
    {
      draft: () => formKeys.newActivity,
      page: () => "/activities/new",
      goTo: ({ id, outcome }) =>
        `/activities/${id}${outcome === "differs" ? "/edit" : "?done=activity_logged"}`,
    },
    formData,
  );
}

/** The same form sent twice meant two activities: the second one gets the id that was kept for it. */
export async function logAnotherActivityAction(formData: FormData): Promise<void> {
  const earlier = String(formData.get("id"));
  formData.set("id", String(formData.get("_sentTwice")));
  formData.delete("version");
  return workspaceAction(
    logActivity,
    {
      draft: () => formKeys.activity(earlier),
      page: () => `/activities/${earlier}/edit`,
      goTo: ({ id, outcome }) =>
        `/activities/${id}${outcome === "differs" ? "/edit" : "?done=activity_logged"}`,
    },
    formData,
  );
}

export async function reviseActivityAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseActivity,
    {
      draft: (values) => formKeys.activity(first(values, "id")),
      page: (values) => `/activities/${first(values, "id")}/edit`,
      goTo: ({ id }) => `/activities/${id}?done=revised`,
    },
    formData,
  );
}

export async function removeActivityAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removeActivity,
    ({ trashId }) => `/activities?done=activity_removed&undo=${trashId}`,
    formData,
  );
}

export async function recordPromiseAction(formData: FormData): Promise<void> {
  return workspaceAction(
    recordPromise,
    {
      draft: (values) => formKeys.newPromise(first(values, "activityId")),
      page: (values) => `/activities/${first(values, "activityId")}/promise`,
      goTo: ({ id, outcome }, values) => {
        const page = `/activities/${first(values, "activityId")}`;
        return outcome === "differs" ? `${page}/promise/${id}` : `${page}?done=follow_up_recorded`;
      },
    },
    formData,
  );
}

export async function revisePromiseAction(formData: FormData): Promise<void> {
  return workspaceAction(
    revisePromise,
    {
      draft: (values) => formKeys.followUp(first(values, "id")),
      page: (values) => `/activities/${first(values, "_activity")}/promise/${first(values, "id")}`,
      goTo: ({ activityId }) => `/activities/${activityId}?done=follow_up_revised`,
    },
    formData,
  );
}

export async function removePromiseAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removePromise,
    ({ activityId, trashId }) => `/activities/${activityId}?done=follow_up_removed&undo=${trashId}`,
    formData,
  );
}
