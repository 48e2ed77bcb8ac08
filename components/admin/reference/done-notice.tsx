import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const DONE = ["added", "revised", "removed", "merged", "ended", "back", "renamed", "retired"] as const;

/** What the last act did, and in how many organisations it was felt. */
export function DoneNotice({ done, workspaces = 0 }: { done?: string; workspaces?: number }) {
  const t = useTranslations("platform.reference.done");
  const known = DONE.find((one) => one === done);
  if (!known) return null;
  return (
    <div className="mb-4">
      <Notice kind="success">{t(known, { count: workspaces })}</Notice>
    </div>
  );
}
