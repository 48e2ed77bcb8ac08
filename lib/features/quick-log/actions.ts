"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { allWeKnow } from "./all-we-know";
import { quickLogKey } from "./form-key";
import { logQuickly } from "./log-quickly";

function like(values: TypedValues): string | null {
  return values.like?.[0] || null;
}

const AFTER = {
  logged: (id: string) => `/log/${id}`,
  already: (id: string) => `/log/${id}`,
  differs: (id: string) => `/consultations/${id}/edit`,
  promise: (id: string) => `/consultations/${id}/promise`,
};

export async function logQuicklyAction(formData: FormData): Promise<void> {
  return workspaceAction(
    logQuickly,
    {
      draft: (values) => quickLogKey(like(values)),
      page: (values) => (like(values) ? `/log?like=${like(values)}` : "/log"),
      goTo: ({ id, outcome }) => AFTER[outcome](id),
    },
    formData,
  );
}

/** Back to where it was said: the dashboard, or the list of all that waits. */
export async function allWeKnowAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    allWeKnow,
    (_, values) => (values._from?.[0] === "/log/to-finish" ? "/log/to-finish" : ""),
    formData,
  );
}
