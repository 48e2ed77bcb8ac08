import type { Key } from "@/lib/db/doors";
import { openReasonsForm } from "@/lib/features/consultations/open-reasons-form";

/** The version that the form for accepting reasons carries. */
export async function loadReasonsVersion(key: Key, id: string): Promise<string> {
  const opened = await openReasonsForm.run(key, { id }, new Date());
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.value.view.values.version?.[0] ?? "";
}
