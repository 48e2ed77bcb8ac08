"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { acceptIdentifiers } from "./accept-identifiers";
import { discardImport } from "./discard-import";
import { mappingDraft } from "./mapping-form";
import { resumeImport } from "./resume-import";
import { matchColumns } from "./set-mapping";
import { startImport } from "./start-import";

function id(values: TypedValues): string {
  return values.id?.[0] ?? "";
}

export async function matchColumnsAction(formData: FormData): Promise<void> {
  return workspaceAction(
    matchColumns,
    {
      draft: (values) => mappingDraft(id(values)),
      page: (values) => `/import/${id(values)}?columns=1`,
      goTo: (matched) => `/import/${matched.id}`,
    },
    formData,
  );
}

export async function acceptIdentifiersAction(formData: FormData): Promise<void> {
  return workspaceCommand(acceptIdentifiers, (accepted) => `/import/${accepted.id}`, formData);
}

export async function startImportAction(formData: FormData): Promise<void> {
  return workspaceCommand(startImport, (started) => `/import/${started.id}`, formData);
}

export async function resumeImportAction(formData: FormData): Promise<void> {
  return workspaceCommand(resumeImport, (resumed) => `/import/${resumed.id}`, formData);
}

export async function discardImportAction(formData: FormData): Promise<void> {
  return workspaceCommand(discardImport, () => "/import?done=discarded", formData);
}
