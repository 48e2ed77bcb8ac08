import type { Key } from "@/lib/db/doors";
import { openExtensionForm } from "@/lib/features/extensions/open-extension-form";

/** The version that the form of a recorded extension carries. */
export async function loadExtensionVersion(key: Key, id: string, consultationId: string): Promise<string> {
  const opened = await openExtensionForm.run(key, { consultationId, id }, new Date());
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.value.view.values.version?.[0] ?? "";
}
