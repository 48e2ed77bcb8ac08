"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { eraseRecord } from "./erase-record";
import { keepRecord } from "./keep-record";

function id(values: TypedValues): string {
  return values.id?.[0] ?? "";
}

export async function keepRecordAction(formData: FormData): Promise<void> {
  return workspaceAction(
    keepRecord,
    {
      draft: (values) => formKeys.oldRecord(id(values)),
      page: (values) => `/settings/retention/${id(values)}`,
      goTo: () => "/settings/retention?done=kept",
    },
    formData,
  );
}

export async function eraseRecordAction(formData: FormData): Promise<void> {
  return workspaceCommand(eraseRecord, () => "/settings/retention?done=erased", formData);
}
