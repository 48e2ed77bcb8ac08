"use server";

import { workspaceAction } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { reviseSettings } from "./revise-settings";

export async function reviseSettingsAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseSettings,
    {
      draft: () => formKeys.settings,
      page: () => "/settings",
      goTo: ({ dates, listed }) => `/settings?done=saved&dates=${dates}&listed=${listed}`,
    },
    formData,
  );
}
