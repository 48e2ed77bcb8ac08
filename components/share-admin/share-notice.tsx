import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const DONE = ["released", "address_replaced", "stopped", "discarded"] as const;

/** What the last action did, read from the address of the page it led to. */
export function ShareNotice({ done }: { done: string | string[] | undefined }) {
  const t = useTranslations("shares.done");
  const known = DONE.find((key) => key === done);
  return known ? (
    <div className="mb-4">
      <Notice kind="success">{t(known)}</Notice>
    </div>
  ) : null;
}
