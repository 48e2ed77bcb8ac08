"use server";

import { redirect } from "next/navigation";
import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { discardShare } from "./discard-share";
import { forgetAddress, mintAddress } from "./new-address";
import { prepareShare } from "./prepare-share";
import { releaseShare } from "./release-share";
import { replaceAddress } from "./replace-address";
import { reviseShare } from "./revise-share";
import { stopShare } from "./stop-share";

function first(values: TypedValues, name: string): string {
  return values[name]?.[0] ?? "";
}

export async function prepareShareAction(formData: FormData): Promise<void> {
  return workspaceAction(
    prepareShare,
    {
      draft: () => formKeys.newShare,
      page: () => "/shares/new",
      goTo: ({ id }) => `/shares/${id}/release`,
    },
    formData,
  );
}

export async function reviseShareAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseShare,
    {
      draft: (values) => formKeys.share(first(values, "id")),
      page: (values) => `/shares/${first(values, "id")}/edit`,
      goTo: ({ id }) => `/shares/${id}/release`,
    },
    formData,
  );
}

export async function releaseShareAction(formData: FormData): Promise<void> {
  await mintAddress(formData);
  return workspaceAction(
    releaseShare,
    {
      draft: (values) => formKeys.release(first(values, "id")),
      page: (values) => `/shares/${first(values, "id")}/release`,
      goTo: ({ id }) => `/shares/${id}?done=released`,
    },
    formData,
  );
}

export async function replaceAddressAction(formData: FormData): Promise<void> {
  await mintAddress(formData);
  return workspaceCommand(replaceAddress, ({ id }) => `/shares/${id}?done=address_replaced`, formData);
}

/** The address was copied: this device forgets it. */
export async function forgetAddressAction(formData: FormData): Promise<void> {
  redirect(await forgetAddress(formData));
}

export async function stopShareAction(formData: FormData): Promise<void> {
  return workspaceCommand(stopShare, ({ id }) => `/shares/${id}?done=stopped`, formData);
}

export async function discardShareAction(formData: FormData): Promise<void> {
  return workspaceCommand(discardShare, () => "/shares?done=discarded", formData);
}
