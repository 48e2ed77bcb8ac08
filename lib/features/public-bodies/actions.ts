"use server";

import { workspaceAction } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { reviseBody } from "./revise-body";

function id(values: TypedValues): string {
  return values.id?.[0] ?? "";
}

export async function reviseBodyAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseBody,
    {
      draft: (values) => formKeys.body(id(values)),
      page: (values) => `/bodies/${id(values)}/edit`,
      goTo: (revised) => `/bodies/${revised.id}?done=revised`,
    },
    formData,
  );
}
