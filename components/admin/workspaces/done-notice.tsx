import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const DONE = ["suspend", "resume", "close", "keep", "erase", "invited", "again", "notAgain"] as const;

/** What the last action did, read from the address of the page it led to. */
export function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const t = useTranslations("workspaces.one.done");
  const known = DONE.find((key) => key === done);
  if (!known) return null;
  return (
    <div className="mb-4">
      <Notice kind={known === "notAgain" ? "info" : "success"}>{t(known)}</Notice>
    </div>
  );
}
